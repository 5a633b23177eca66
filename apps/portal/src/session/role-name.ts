import type { TFunction } from 'i18next'

export const roleKeys = { 1: 'projectAdmin', 4: 'maintainer', 2: 'developer', 3: 'guest', 5: 'limitedGuest' } as const

/** From most to least rights. */
export const roleIds = [1, 4, 2, 3, 5] as const
export type RoleId = (typeof roleIds)[number]

/** The role's name in the reader's language; undefined for no role. */
export function roleName(t: TFunction, roleId: number | undefined): string | undefined {
  const known = roleIds.find((id) => id === roleId)
  return known === undefined ? undefined : t(`roles.${roleKeys[known]}`)
}
