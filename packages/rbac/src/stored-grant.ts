import { PermissionSet } from './permission-set.js'
import type { Grant } from './subject.js'

/** A grant as it is kept in the database. */
export interface StoredGrant {
  /** `all`: every project; a number: the id of one. */
  readonly scope: 'system' | 'all' | number
  readonly permissions: readonly string[]
  readonly repositories?: readonly string[] | null
  readonly tags?: readonly string[] | null
}

export function readGrant({ scope, permissions, repositories, tags }: StoredGrant): Grant {
  if (scope === 'system') return { scope, permissions: new PermissionSet('system', permissions) }
  return {
    scope: scope === 'all' ? 'all projects' : scope,
    permissions: new PermissionSet('project', permissions),
    ...(repositories && { repositories }),
    ...(tags && { tags }),
  }
}
