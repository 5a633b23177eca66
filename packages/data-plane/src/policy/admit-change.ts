import { DistributionError, projectOf, type RepositoryName } from '@berth/oci'
import type { Scope } from '../auth/identity.js'
import type { ProjectPolicies, ProjectPolicy } from './project-policy.js'

const refusals: Record<NonNullable<ProjectPolicy['readOnly']>, string> = {
  system: 'The system is in read only mode. Any modification is prohibited.',
  project: 'The project is in read only mode. Any modification is prohibited.',
}

/**
 * Whether anything in a project may change now, be it a push, a mount or a deletion. Of a project that has its content from another registry
 * things may be deleted, and come back with the next pull.
 *
 * @throws {DistributionError} DENIED
 */
export async function admitChange(
  policies: ProjectPolicies | undefined,
  name: RepositoryName,
  change: 'push' | 'deletion',
): Promise<void> {
  if (!policies) return
  const { readOnly, upstream } = await policies.of(name)
  if (readOnly !== undefined) await refuseIfReadOnly(policies, name)
  if (upstream && change === 'push')
    throw new DistributionError('DENIED', `can not push artifact to a proxy project: ${projectOf(name)}`)
}

/** What was at hand may be over. */
async function refuseIfReadOnly(policies: ProjectPolicies, name: RepositoryName, by?: 'system'): Promise<void> {
  const { readOnly } = await policies.now(name)
  if (readOnly !== undefined && (by === undefined || readOnly === by))
    throw new DistributionError('DENIED', refusals[readOnly])
}

/**
 * Where a caller without the right to change something asks: in a system that is read-only nobody has it, and that is the reason to give. The
 * token service knows it from the first moment on.
 */
export async function refuseReadOnly(policies: ProjectPolicies | undefined, scopes: readonly Scope[]): Promise<void> {
  for (const scope of scopes)
    if (policies && scope.type === 'repository' && scope.actions.some((action) => action !== 'pull'))
      await refuseIfReadOnly(policies, scope.name, 'system')
}
