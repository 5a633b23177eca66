import type { ProjectPolicies } from '@berth/data-plane'
import type { PostgresMetadata } from '@berth/metadata'

/** Policies as the platform keeps them. Gates stand here, in the order in which a pull meets them. */
export function projectPolicies(metadata: PostgresMetadata): ProjectPolicies {
  return { of: async (name) => ({ ...(await metadata.findPolicy(name)), gates: [] }) }
}
