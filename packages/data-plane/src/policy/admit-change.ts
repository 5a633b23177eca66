import { DistributionError, type RepositoryName } from '@berth/oci'
import type { Scope } from '../auth/identity.js'
import type { ProjectPolicies, ProjectPolicy } from './project-policy.js'

const refusals: Record<NonNullable<ProjectPolicy['readOnly']>, string> = {
  system: 'The system is in read only mode. Any modification is prohibited.',
  project: 'The project is in read only mode. Any modification is prohibited.',
}

/**
 * Whether anything in a project may change now, be it a push, a mount or a deletion.
 *
 * @param by whose word counts
 * @throws {DistributionError} DENIED
 */
export async function admitChange(
  policies: ProjectPolicies | undefined,
  name: RepositoryName,
  by: 'anybody' | 'system' = 'anybody',
): Promise<void> {
  const readOnly = policies && (await policies.of(name)).readOnly
  if (readOnly !== undefined && (by === 'anybody' || readOnly === by))
    throw new DistributionError('DENIED', refusals[readOnly])
}

/** Where a caller without the right to change something asks: in a system that is read-only nobody has it, and that is the reason to give. */
export async function refuseReadOnly(policies: ProjectPolicies | undefined, scopes: readonly Scope[]): Promise<void> {
  for (const scope of scopes)
    if (scope.type === 'repository' && scope.actions.some((action) => action !== 'pull'))
      await admitChange(policies, scope.name, 'system')
}
