import { UserError } from '@berth/contracts'
import { explain, type ProjectPermission } from '@berth/rbac'

/** The refusal of something in a project: it names the roles with which it would be allowed. */
export function forbidden(permission: ProjectPermission): UserError {
  const roles = explain(permission, { scope: 'project' }).map((role) => role.name)
  if (roles.length === 0) return new UserError('SYSTEM_ADMIN_ONLY')
  return new UserError('FORBIDDEN', { permission, roles: roles.join(', ') })
}
