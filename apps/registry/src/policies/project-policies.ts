import type { ProjectPolicies, ProjectPolicy, Upstream } from '@berth/data-plane'
import type { PostgresMetadata, ProxySettings, StoredPolicy } from '@berth/metadata'
import { signatureGate } from './signature-gate.js'

/** Policies as the platform keeps them. Gates stand here, in the order in which a pull meets them. */
export function projectPolicies(
  metadata: PostgresMetadata,
  upstreamOf: (settings: ProxySettings) => Upstream,
): ProjectPolicies {
  const signatureGates = { cosign: signatureGate(metadata, 'cosign'), notation: signatureGate(metadata, 'notation') }
  const toPolicy = ({ readOnly, tellsPulls, signedBy, proxy }: StoredPolicy): ProjectPolicy => ({
    readOnly,
    tellsPulls,
    gates: signedBy.map((signer) => signatureGates[signer]),
    ...(proxy && { upstream: upstreamOf(proxy) }),
  })
  return {
    of: async (name) => toPolicy(await metadata.findPolicy(name)),
    now: async (name) => toPolicy(await metadata.findPolicy(name, 'now')),
  }
}
