import { permissionTitle, roleTitle, UserError } from '@berth/contracts'
import { explain, type ProjectPermission, type Role } from '@berth/rbac'

/** A refusal names no more roles than this: whoever reads it needs one. */
const NAMED = 10

/**
 * The refusal of something in a project: it says in words which right is missing, and names the roles with which it would be allowed.
 *
 * @param roles every role there is, strongest first
 */
export function forbidden(permission: ProjectPermission, roles: readonly Role[]): UserError {
  const titles = explain(permission, { scope: 'project' }, roles)
    .slice(0, NAMED)
    .map(({ name }) => roleTitle(name))
  if (titles.length === 0) return new UserError('SYSTEM_ADMIN_ONLY')
  const named = { en: titles.map(({ en }) => en).join(', '), zh: titles.map(({ zh }) => zh).join('、') }
  return new UserError('FORBIDDEN', { right: permissionTitle(permission), permission, roles: named })
}
