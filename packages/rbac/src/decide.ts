import { matchesPattern } from '@berth/contracts'
import {
  allForRoles,
  allInSystem,
  isProjectPermission,
  partsOf,
  type Permission,
  type PermissionParts,
  type ProjectPermission,
  projectRow,
  type SystemPermission,
} from './permissions.js'
import type { Role } from './roles.js'
import type { Grant, Place, ProjectGrant, ProjectPlace, Subject, SystemPlace } from './subject.js'

/** May this subject do it there? */
export function may(subject: Subject, permission: SystemPermission, place: SystemPlace): boolean
export function may(subject: Subject, permission: ProjectPermission, place: ProjectPlace): boolean
export function may(subject: Subject, permission: Permission, place: Place): boolean {
  return isHeld(subject, permission, place)
}

function isHeld(subject: Subject, permission: Permission, place: Place): boolean {
  if (place.scope === 'project' && place.public && isProjectPermission(permission) && isForAnyone(permission))
    return true
  if (!isWithinCeiling(subject, permission, place)) return false
  return subject.sysadmin || subject.grants.some((grant) => gives(grant, permission, place))
}

/** Does its ceiling leave it, whether or not the subject holds it? For what everybody may do who has signed in. */
export function isWithinCeiling({ ceiling }: Subject, permission: Permission, place: Place): boolean {
  return ceiling === undefined || ceiling.some((grant) => gives(grant, permission, place))
}

/** May this subject do it in some repository of the project at least, with whatever tag? */
export function maySomewhere(subject: Subject, permission: ProjectPermission, place: ProjectPlace): boolean {
  if (may(subject, permission, place)) return true
  const isGiven = (grant: Grant) =>
    grant.scope !== 'system' &&
    (grant.scope === 'all projects' || grant.scope === place.project) &&
    grant.tags === undefined &&
    grant.permissions.has(permission)
  if (subject.ceiling && !subject.ceiling.some(isGiven)) return false
  return subject.sysadmin || subject.grants.some(isGiven)
}

/** Does anyone hold it on a public project? */
export const isForAnyone = (permission: ProjectPermission): boolean => projectRow(permission).anyone === true

function gives(grant: Grant, permission: Permission, place: Place): boolean {
  if (grant.scope === 'system' || place.scope === 'system') {
    return grant.scope === place.scope && grant.permissions.has(permission)
  }
  return reaches(grant, place) && grant.permissions.has(permission)
}

/** A grant with patterns says nothing of a place that does not name what they are about. */
function reaches({ scope, repositories, tags }: ProjectGrant, place: ProjectPlace): boolean {
  return (
    (scope === 'all projects' || scope === place.project) &&
    isAmong(place.repository, repositories) &&
    isAmong(place.tag, tags)
  )
}

const isAmong = (name: string | undefined, patterns: readonly string[] | undefined) =>
  patterns === undefined || (name !== undefined && patterns.some((pattern) => matchesPattern(pattern, name)))

/**
 * Those of the roles that would give it there. None: only a system administrator has it.
 *
 * @param roles every role there is, built in or not
 */
export function explain(permission: Permission, { scope }: Pick<Place, 'scope'>, roles: readonly Role[]): Role[] {
  return roles.filter(({ level, permissions }) => level === scope && permissions.has(permission))
}

/** Everything that the subject may do there. Names that only robots use are left out. */
export function listPermissions(subject: Subject, place: Place): PermissionParts[] {
  const all: readonly Permission[] = place.scope === 'system' ? allInSystem : allForRoles
  return all.filter((permission) => isHeld(subject, permission, place)).map(partsOf)
}
