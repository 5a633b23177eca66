import { adminOnlyProjectRights, projectRights } from './project-rights.js'
import type { RoleId } from './roles.js'
import { systemRights } from './system-rights.js'

type ProjectRight = (typeof projectRights)[number] | (typeof adminOnlyProjectRights)[number]
/** `resource:action` of every right there is in a project. */
export type ProjectPermission = ProjectRight extends infer Right
  ? Right extends readonly [infer Resource extends string, infer Action extends string, ...unknown[]]
    ? `${Resource}:${Action}`
    : never
  : never
/** `resource:action` of every right there is outside projects. */
export type SystemPermission = {
  [Resource in keyof typeof systemRights]: `${Resource}:${(typeof systemRights)[Resource][number]}`
}[keyof typeof systemRights]

/** Whoever asks, seen from one project. An anonymous caller holds no roles. */
export interface ProjectSubject {
  readonly sysadmin: boolean
  readonly roles: readonly RoleId[]
  readonly publicProject: boolean
}

/** Position of each role in the rights' third field. */
const columnOf: Record<RoleId, number> = { 1: 0, 4: 1, 2: 2, 3: 3, 5: 4 }
const PUBLIC_COLUMN = 5

const holders = new Map<string, string>(
  projectRights.map(([resource, action, marks]) => [`${resource}:${action}`, marks]),
)

/** May this subject do it in this project? */
export function canInProject(subject: ProjectSubject, permission: ProjectPermission): boolean {
  return isHeld(subject, permission)
}

function isHeld(subject: ProjectSubject, permission: string): boolean {
  if (subject.sysadmin) return true
  const marks = holders.get(permission)
  if (marks === undefined) return false
  if (subject.publicProject && marks[PUBLIC_COLUMN] !== '-') return true
  return subject.roles.some((role) => marks[columnOf[role]] !== '-')
}

/** Outside projects only system administrators hold rights. */
export function canInSystem(subject: { readonly sysadmin: boolean }, _permission: SystemPermission): boolean {
  return subject.sysadmin
}

/** Everything the subject may do in a project. */
export function projectPermissions(subject: ProjectSubject): { resource: string; action: string }[] {
  return [...projectRights, ...adminOnlyProjectRights]
    .filter(([resource, action]) => isHeld(subject, `${resource}:${action}`))
    .map(([resource, action]) => ({ resource, action }))
}

/** Everything the subject may do outside projects. */
export function systemPermissions(subject: { readonly sysadmin: boolean }): { resource: string; action: string }[] {
  if (!subject.sysadmin) return []
  return Object.entries(systemRights).flatMap(([resource, actions]) => actions.map((action) => ({ resource, action })))
}
