import type { ProjectPolicy, Pull } from './project-policy.js'

/** Has a pull pass what its project asks for. @throws {DistributionError} PROJECTPOLICYVIOLATION or DENIED */
export async function passGates(policy: ProjectPolicy | undefined, pull: Pull): Promise<void> {
  for (const gate of policy?.gates ?? []) await gate(pull)
}
