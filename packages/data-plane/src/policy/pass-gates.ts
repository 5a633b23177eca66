import type { ProjectPolicies, Pull } from './project-policy.js'

/** Has a pull pass what its project asks for. @throws {DistributionError} PROJECTPOLICYVIOLATION or DENIED */
export async function passGates(policies: ProjectPolicies | undefined, pull: Pull): Promise<void> {
  if (!policies) return
  const { gates } = await policies.of(pull.name)
  for (const gate of gates) await gate(pull)
}
