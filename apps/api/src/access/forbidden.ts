import { permissionTitle, roleTitle, UserError } from '@berth/contracts'
import { explain, type ProjectPermission, type Role } from '@berth/rbac'
import { inWords } from './in-words.js'

/**
 * The refusal of something in a project: it says in words which right is missing, and names the roles with which it would be allowed.
 *
 * @param roles every role there is, strongest first
 */
export function forbidden(permission: ProjectPermission, roles: readonly Role[]): UserError {
  const titles = explain(permission, { scope: 'project' }, roles).map(({ name }) => roleTitle(name))
  if (titles.length === 0) return new UserError('SYSTEM_ADMIN_ONLY')
  const named = { right: permissionTitle(permission), roles: inWords(titles) }
  return new UserError('FORBIDDEN', named, { lacks: [permission] })
}
