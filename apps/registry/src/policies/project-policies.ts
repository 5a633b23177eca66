import type { ProjectPolicies } from '@berth/data-plane'
import type { PostgresMetadata } from '@berth/metadata'
import { signatureGate } from './signature-gate.js'

/** Policies as the platform keeps them. Gates stand here, in the order in which a pull meets them. */
export function projectPolicies(metadata: PostgresMetadata): ProjectPolicies {
  const signatureGates = { cosign: signatureGate(metadata, 'cosign'), notation: signatureGate(metadata, 'notation') }
  return {
    of: async (name) => {
      const { readOnly, tellsPulls, signedBy } = await metadata.findPolicy(name)
      return { readOnly, tellsPulls, gates: signedBy.map((signer) => signatureGates[signer]) }
    },
  }
}
