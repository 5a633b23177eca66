import type { ProjectPolicies, ProjectPolicy } from '@berth/data-plane'
import type { PostgresMetadata, StoredPolicy } from '@berth/metadata'
import { signatureGate } from './signature-gate.js'

/** Policies as the platform keeps them. Gates stand here, in the order in which a pull meets them. */
export function projectPolicies(metadata: PostgresMetadata): ProjectPolicies {
  const signatureGates = { cosign: signatureGate(metadata, 'cosign'), notation: signatureGate(metadata, 'notation') }
  const toPolicy = ({ readOnly, tellsPulls, signedBy }: StoredPolicy): ProjectPolicy => ({
    readOnly,
    tellsPulls,
    gates: signedBy.map((signer) => signatureGates[signer]),
  })
  return {
    of: async (name) => toPolicy(await metadata.findPolicy(name)),
    now: async (name) => toPolicy(await metadata.findPolicy(name, 'now')),
  }
}
