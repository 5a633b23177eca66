import { may } from './decide.js'
import {
  allForRoles,
  isProjectPermission,
  isSystemPermission,
  namesGiving,
  type ProjectPermission,
  projectRow,
} from './permissions.js'
import type { Grant, Place, ProjectGrant, Subject } from './subject.js'

type Patterns = Pick<ProjectGrant, 'repositories' | 'tags'>

/**
 * Does the subject hold it in the project for certain: whether or not the project is public, which may end? Within patterns by the same
 * patterns, or by none: whether one pattern holds another cannot be seen by looking at both.
 */
function holds(subject: Subject, permission: ProjectPermission, project: number, patterns: Patterns = {}): boolean {
  const covers = (grant: Grant) =>
    grant.scope !== 'system' &&
    (grant.scope === 'all projects' || grant.scope === project) &&
    grant.permissions.has(permission) &&
    isWithin(patterns.repositories, grant.repositories) &&
    isWithin(patterns.tags, grant.tags)
  if (subject.ceiling && !subject.ceiling.some(covers)) return false
  return subject.sysadmin || subject.grants.some(covers)
}

const isWithin = (wanted: readonly string[] | undefined, held: readonly string[] | undefined) =>
  held === undefined || (wanted !== undefined && wanted.every((pattern) => held.includes(pattern)))

/**
 * What a role with these grants would give in a project beyond what its giver holds there. Whoever gives rights gives no more than their
 * own: empty, where they can give these.
 */
export function beyondOwn(subject: Subject, given: readonly ProjectGrant[], project: number): ProjectPermission[] {
  return allForRoles
    .filter((permission) => subject.kind !== 'robot' || isForRobots(permission))
    .filter((permission) =>
      given.some((grant) => grant.permissions.has(permission) && !holds(subject, permission, project, grant)),
    )
}

/** What no robot can be given is not asked of one that gives a role: it could give none. */
const isForRobots = (permission: ProjectPermission) =>
  namesGiving(permission).some((name) => projectRow(name).robot === true)

/** What somebody holds who may give a robot this permission: one of these. */
export function heldToGive(permission: ProjectPermission): ProjectPermission[] {
  const { brings, givenWith } = projectRow(permission)
  return [permission, brings, givenWith].filter((held) => held !== undefined)
}

/** Those of the permissions, by the names that robots and tokens are given, that the subject does not hold there, and so cannot give. */
export function lacking(subject: Subject, permissions: readonly string[], place: Place): string[] {
  return permissions.filter((name) => {
    if (place.scope === 'system') return !isSystemPermission(name) || !may(subject, name, place)
    if (!isProjectPermission(name)) return true
    return !heldToGive(name).some((held) => holds(subject, held, place.project))
  })
}
