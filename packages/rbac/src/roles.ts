/** Roles of a member in a project, by the ids that clients use. */
export const roles = {
  1: 'projectAdmin',
  2: 'developer',
  3: 'guest',
  4: 'maintainer',
  5: 'limitedGuest',
} as const

export type RoleId = keyof typeof roles
export type RoleName = (typeof roles)[RoleId]

/** Strongest first. */
const byStrength: readonly RoleId[] = [1, 4, 2, 3, 5]

export function isRoleId(value: number): value is RoleId {
  return value in roles
}

/** The strongest of several roles; 0 for none, as clients expect. */
export function strongestRole(held: readonly RoleId[]): RoleId | 0 {
  return byStrength.find((role) => held.includes(role)) ?? 0
}
