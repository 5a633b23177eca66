/** The roles that every installation has, strongest first. The ids are those that Harbor's clients use. */
export const builtInRoleNames = [
  { id: 1, name: 'projectAdmin' },
  { id: 4, name: 'maintainer' },
  { id: 2, name: 'developer' },
  { id: 3, name: 'guest' },
  { id: 5, name: 'limitedGuest' },
] as const

export type BuiltInRoleName = (typeof builtInRoleNames)[number]['name']
