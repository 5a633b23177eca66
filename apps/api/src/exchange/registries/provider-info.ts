import { replicationTriggers } from '@berth/contracts'
import { type Provider, providers } from '@berth/registry-endpoints'
import type { RegistryInfo, RegistryProviderInfo } from './registries.schema.js'

/** What may be copied, in Harbor's words: images, or whatever is an artifact. */
const resources = ['image', 'artifact']

/** What the rules of replication can do with a registry; undefined stands for this one, whose labels are known. */
export function infoOf(provider: Provider | undefined): RegistryInfo {
  const filters = [
    { type: 'name', style: 'input' },
    { type: 'tag', style: 'input' },
    ...(provider ? [] : [{ type: 'label', style: 'input' }]),
    { type: 'resource', style: 'radio', values: resources },
  ]
  return {
    type: provider?.type ?? 'berth',
    description: provider?.title ?? 'This registry',
    supported_resource_filters: filters,
    // An event is one of this registry, whose images then go elsewhere.
    supported_triggers: replicationTriggers.filter((trigger) => !provider || trigger !== 'event_based'),
    supported_copy_by_chunk: true,
  }
}

/** What fills a form, by the kind of registry. */
export function providerInfos(): Record<string, RegistryProviderInfo> {
  return Object.fromEntries([...providers].map(([type, provider]) => [type, patternsOf(provider)]))
}

function patternsOf({ addresses, isFixed, fixedKey }: Provider): RegistryProviderInfo {
  const kind = isFixed ? 'Fix' : addresses.length > 0 ? 'List' : 'Standard'
  return {
    endpoint_pattern: { endpoint_type: `EndpointPatternType${kind}`, endpoints: [...addresses] },
    credential_pattern: {
      access_key_type: fixedKey === undefined ? 'AccessKeyTypeStandard' : 'AccessKeyTypeFix',
      ...(fixedKey !== undefined && { access_key_data: fixedKey }),
      access_secret_type: fixedKey === undefined ? 'AccessSecretTypeStandard' : 'AccessSecretTypeFile',
    },
  }
}
