import type { ProjectPolicies, ProjectPolicy, Pull } from './project-policy.js'

/** Has a pull pass what its project asks for. @returns what that is @throws {DistributionError} PROJECTPOLICYVIOLATION or DENIED */
export async function passGates(policies: ProjectPolicies | undefined, pull: Pull): Promise<ProjectPolicy | undefined> {
  const policy = await policies?.of(pull.name)
  for (const gate of policy?.gates ?? []) await gate(pull)
  return policy
}
