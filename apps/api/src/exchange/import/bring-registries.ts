import { z } from 'zod'
import type { Writing } from './berth.js'
import type { Registry } from './harbor-schemas.js'
import type { Report } from './report.js'

/** Kinds of registries that Berth has no own one for, and that speak the Distribution API as any does. */
const plain: ReadonlySet<string> = new Set([
  'jfrog-artifactory',
  'ali-acr',
  'huawei-SWR',
  'tencent-tcr',
  'volcengine-cr',
  'dtr',
])

const own = z.object({
  id: z.int(),
  name: z.string(),
  url: z.string(),
  credential: z.object({ access_secret: z.string().default('') }).nullish(),
})

/**
 * Makes registries elsewhere, without their secrets: no Harbor tells these. They ask as nobody until a secret is set, which every report says.
 * @returns their ids here, by those of the source
 */
export async function bringRegistries(
  write: Writing,
  report: Report,
  registries: readonly Registry[],
): Promise<ReadonlyMap<number, number>> {
  if (registries.length === 0) return new Map()
  for (const { name, description, type, url, insecure, ca_certificate } of registries)
    await write.make({ kind: 'registry', name, isMissing: (reason) => reason === 'BAD_REGISTRY_TYPE' }, 'registries', {
      name,
      description,
      type: plain.has(type) ? 'docker-registry' : type,
      url,
      insecure: insecure ?? false,
      ...(ca_certificate && { ca_certificate }),
    })
  // One of the same name that is somewhere else is another registry.
  const here = new Map((await write.rows('registries', own)).map((one) => [keyOf(one), one]))
  const ids = new Map<number, number>()
  for (const registry of registries) {
    const there = here.get(keyOf(registry))
    if (!there) continue
    ids.set(registry.id, there.id)
    const account = registry.credential?.access_key ?? ''
    if (account !== '' && !there.credential?.access_secret)
      report.add(
        'registry',
        `secret of ${registry.name}`,
        'left',
        `The source does not tell it: set the one of ${account} under Registries.`,
      )
  }
  return ids
}

const keyOf = ({ name, url }: Pick<Registry, 'name' | 'url'>) => `${name} ${originOf(url)}`
const originOf = (url: string) => URL.parse(url.includes('://') ? url : `https://${url}`)?.origin ?? url
