import { builtInRoleNames as roles, type Role } from '@berth/rbac'
import type { TFunction } from 'i18next'

/** A role in the reader's language; one that an administrator made is called what its row calls it. Undefined for no role. */
export function roleName(t: TFunction, role: Partial<Pick<Role, 'id' | 'name'>>): string | undefined {
  const known = roles.find(({ id, name }) => id === role.id || name === role.name)
  return known === undefined ? role.name : t(`roles.${known.name}`)
}
