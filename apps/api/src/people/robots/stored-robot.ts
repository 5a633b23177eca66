import { UserError } from '@berth/contracts'
import type { StoredGrant } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import type { Violations } from '../../database/database.js'
import type { RobotUpdate } from './robots.schema.js'

const DAY_MS = 24 * 3600 * 1000

export interface StoredRobot {
  readonly id: number
  readonly name: string
  readonly level: 'system' | 'project'
  readonly project_id: number | null
  readonly project: string | null
  readonly description: string
  readonly duration: number
  readonly disabled: boolean
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly created_project_permissions: readonly string[]
}

/** What robot a change is about: of this project, or any where the guard has found it. */
export interface RobotReference {
  readonly id: number
  readonly project?: ProjectContext
}

/** Condition on `robot r`. */
export const isReferred = ({ id, project }: RobotReference): Sql =>
  project ? sql`r.id = ${id} and r.project_id = ${project.id}` : sql`r.id = ${id}`

/** When something made at `from` ends that lives for so many days. */
export const endAfter = (days: number, from: Date): Date | undefined =>
  days === -1 ? undefined : new Date(from.getTime() + days * DAY_MS)

export const projectOf = ({ project_id: id, project: name }: StoredRobot): ProjectContext | undefined =>
  id === null || name === null ? undefined : { id, name, public: false }

/** As it signs in. @param prefix robot_name_prefix */
export const shownName = (prefix: string, { name, project }: Pick<StoredRobot, 'name' | 'project'>) =>
  `${prefix}${project === null ? '' : `${project}+`}${name}`

/** What an event tells of a robot. */
export const told = (id: number, shown: string, project: ProjectContext | undefined) => ({
  ...(project && { project_id: project.id, project: project.name }),
  robot_id: id,
  robot: shown,
})

/** A project that was there a moment ago. */
export function gone(project = ''): Violations {
  const meaning = () => new UserError('PROJECT_NOT_FOUND', { project })
  return { robot_project_id_fkey: meaning, robot_grant_project_id_fkey: meaning }
}

/** Names may come with their prefix and project or without. @throws {UserError} ROBOT_IDENTITY_FIXED */
export function requireSameIdentity(body: RobotUpdate, robot: StoredRobot, shown: string): void {
  const { name = shown, level = robot.level } = body
  if ((name !== shown && name !== robot.name) || level !== robot.level) throw new UserError('ROBOT_IDENTITY_FIXED')
}

/** What a robot gets in projects that it makes, whoever gives it has to hold everywhere. */
export const withCreated = (grants: readonly StoredGrant[], created: readonly string[]): StoredGrant[] => [
  ...grants,
  ...(created.length > 0 ? [{ scope: 'all', permissions: created } as const] : []),
]
