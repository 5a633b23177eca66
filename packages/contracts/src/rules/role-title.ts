import type { Texts } from '../errors/error-entry.js'

export const builtInRoleTitles: ReadonlyMap<string, Texts> = new Map([
  ['projectAdmin', { en: 'Project admin', zh: '项目管理员' }],
  ['maintainer', { en: 'Maintainer', zh: '维护人员' }],
  ['developer', { en: 'Developer', zh: '开发者' }],
  ['guest', { en: 'Guest', zh: '访客' }],
  ['limitedGuest', { en: 'Limited guest', zh: '受限访客' }],
])

/** What people call a role. One that an administrator made has the name that it was given. */
export const roleTitle = (name: string): Texts => builtInRoleTitles.get(name) ?? { en: name, zh: name }
