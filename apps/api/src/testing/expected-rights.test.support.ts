import { type ProjectPermission, projectPermissions, type SystemPermission, systemPermissions } from '@berth/rbac'
import type { AccessRule } from '../access/needs.js'

export type Place = 'private' | 'public'

/** Members of the project, each called after their role, strongest first. */
export const members = { projectAdmin: 1, maintainer: 4, developer: 2, guest: 3, limitedGuest: 5 } as const
/** What a member holds by a role that an administrator made. */
export const ownRole = [
  'self:read',
  'member:list',
  'member:create',
  'tag:list',
  'artifact:delete',
  'metadata:list',
] as const
/** Everyone who calls. */
export const whoever = [
  'admin',
  'projectAdmin',
  'maintainer',
  'developer',
  'guest',
  'limitedGuest',
  'custom',
  'stranger',
  'project robot',
  'system robot',
  'anonymous',
] as const
export type Who = (typeof whoever)[number]

interface Row {
  readonly role?: string
  readonly anyone?: true
  readonly robot?: true
  readonly brings?: string
  readonly idle?: true
}

const projectRows: Readonly<Record<string, Row>> = projectPermissions
const systemRows: Readonly<Record<string, Row>> = systemPermissions
const isRobot = (who: Who) => who === 'project robot' || who === 'system robot'

/** Read off the table by itself: nothing here is what the api decides with. */
function holdsInProject(permission: ProjectPermission, who: Who, place: Place): boolean {
  const row = projectRows[permission]
  if (who === 'admin' || (place === 'public' && row?.anyone)) return true
  if (isRobot(who))
    return Object.values(projectRows).some((other) => other.brings === permission) || row?.robot === true
  if (who === 'custom') return (ownRole as readonly string[]).includes(permission)
  const byStrength: readonly string[] = Object.keys(members)
  return byStrength.includes(who) && row?.role !== undefined && byStrength.indexOf(who) <= byStrength.indexOf(row.role)
}

const holdsInSystem = (permission: SystemPermission, who: Who): boolean =>
  who === 'admin' || (who === 'system robot' && systemRows[permission]?.robot === true)

function isAllowed(rule: AccessRule, who: Who, place: Place): boolean {
  switch (rule.kind) {
    case 'anyone':
      return true
    case 'signed-in':
      return who !== 'anonymous'
    case 'user':
      return who !== 'anonymous' && !isRobot(who)
    case 'self':
      return holdsInSystem(rule.permission, who) && !(rule.inPerson && isRobot(who))
    case 'sign-up':
      return holdsInSystem(rule.permission, who)
    case 'needs':
      if (rule.scope === 'each project') return true
      if (rule.scope === 'system') return holdsInSystem(rule.permission, who) && !(rule.inPerson && isRobot(who))
      if (rule.scope === 'project or signed in') return who !== 'anonymous'
      // The matrix names no project in queries, and in bodies where a route is about nothing else.
      return rule.scope === 'project or system' && rule.of === 'asked'
        ? holdsInSystem(rule.permission, who)
        : holdsInProject(rule.permission, who, place)
  }
}

/** What a call has to end in: past the guard, or refused, with 401 for whoever has not said who they are. */
export function expected(rule: AccessRule | undefined, who: Who, place: Place): 'allowed' | 401 | 403 {
  if (!rule) throw new Error('The route has no rule.')
  if (isAllowed(rule, who, place)) return 'allowed'
  // A visitor may sign up on the portal alone, which is not a matter of who they are.
  return who === 'anonymous' && rule.kind !== 'sign-up' ? 401 : 403
}
