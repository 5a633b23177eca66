import { Injectable } from '@nestjs/common'
import { type Actor, isRobotName, UserError } from '@berth/contracts'
import { emit, type Queryable } from '@berth/database'
import type { StoredGrant, Subject } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { OwnRights } from '../../access/own-rights.js'
import { Database, type Violations } from '../../database/database.js'
import { Credentials } from '../../identity/credentials/credentials.js'
import { requireGoodSecret } from '../../identity/credentials/secret.js'
import { SettingStore } from '../../settings/setting-store.js'
import { isWider, readAccess, readRights, replaceRights, rightsOf } from './robot-permissions.js'
import type {
  Accesses,
  RobotCreated,
  RobotCreation,
  RobotPermissions,
  RobotSecret,
  RobotSecretAnswer,
  RobotUpdate,
} from './robots.schema.js'

const DAY_MS = 24 * 3600 * 1000

interface StoredRobot {
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

/** When something made at `from` ends that lives for so many days. */
const endAfter = (days: number, from: Date): Date | undefined =>
  days === -1 ? undefined : new Date(from.getTime() + days * DAY_MS)

/** Who changes something. */
interface Asking {
  readonly subject: Subject
  readonly actor: Actor
}

const projectOf = ({ project_id: id, project: name }: StoredRobot): ProjectContext | undefined =>
  id === null || name === null ? undefined : { id, name, public: false }

const shownName = (prefix: string, { name, project }: Pick<StoredRobot, 'name' | 'project'>) =>
  `${prefix}${project === null ? '' : `${project}+`}${name}`

const told = (id: number, shown: string, project: ProjectContext | undefined) => ({
  ...(project && { project_id: project.id, project: project.name }),
  robot_id: id,
  robot: shown,
})

/** A project that was there a moment ago. */
function gone(project = ''): Violations {
  const meaning = () => new UserError('PROJECT_NOT_FOUND', { project })
  return { robot_project_id_fkey: meaning, robot_grant_project_id_fkey: meaning }
}

/** Names may come with their prefix and project or without. @throws {UserError} ROBOT_IDENTITY_FIXED */
function requireSameIdentity(body: RobotUpdate, robot: StoredRobot, shown: string): void {
  const { name = shown, level = robot.level } = body
  if ((name !== shown && name !== robot.name) || level !== robot.level) throw new UserError('ROBOT_IDENTITY_FIXED')
}

/** What robot a change is about: of this project, or any where the guard has found it. */
export interface RobotReference {
  readonly id: number
  readonly project?: ProjectContext
}

const isReferred = ({ id, project }: RobotReference): Sql =>
  project ? sql`r.id = ${id} and r.project_id = ${project.id}` : sql`r.id = ${id}`

/** What a robot gets in projects that it makes, whoever gives it has to hold everywhere. */
const withCreated = (grants: readonly StoredGrant[], created: readonly string[]): StoredGrant[] => [
  ...grants,
  ...(created.length > 0 ? [{ scope: 'all', permissions: created } as const] : []),
]

@Injectable()
export class RobotsService {
  constructor(
    private readonly database: Database,
    private readonly ownRights: OwnRights,
    private readonly credentials: Credentials,
    private readonly settings: SettingStore,
  ) {}

  /** @param project whose robot it becomes; undefined: one of the system */
  async create(
    body: RobotCreation,
    { project, subject, actor }: { readonly project: ProjectContext | undefined } & Asking,
  ): Promise<RobotCreated> {
    const { name, description, disable, secret } = body
    const level = project ? 'project' : 'system'
    if (body.level !== 'system' && body.level !== 'project') throw new UserError('BAD_ROBOT_LEVEL')
    if (!isRobotName(name)) throw new UserError('BAD_ROBOT_NAME')
    if (secret !== undefined) requireGoodSecret(secret)
    if (body.permissions.length === 0) throw new UserError('ROBOT_WITHOUT_PERMISSIONS')
    if (body.level !== level) throw new UserError('ROBOT_OUTSIDE_PROJECT')
    const created = this.readCreated(body.created_project_access, project)
    const grants = await this.readOwn(body.permissions, created, project, subject)
    const { duration, expiresAt } = await this.lifeOf(body.duration, subject)
    const prefix = await this.settings.value('robot_name_prefix')
    const shown = shownName(prefix, { name, project: project?.name ?? null })
    return this.database.transaction(
      async (transaction) => {
        const robot = await transaction.row<{ id: number; created_at: Date }>(sql`
          insert into robot (name, level, project_id, description, duration, disabled, expires_at, creator_kind, creator_id,
            created_project_permissions)
          values (${name}, ${level}, ${project?.id ?? null}, ${description}, ${duration}, ${disable}, ${expiresAt ?? null},
            ${subject.kind}, ${subject.id}, ${created})
          returning id, created_at`)
        if (!robot) throw new Error('No row came of an insert.')
        await replaceRights(robot.id, grants, transaction)
        const credential = await this.credentials.add(transaction, { kind: 'robot', owner: robot.id, secret })
        await emit(transaction, 'robot.created', told(robot.id, shown, project), actor)
        return {
          id: robot.id,
          name: shown,
          secret: credential.secret,
          creation_time: robot.created_at.toISOString(),
          expires_at: expiresAt ? Math.floor(expiresAt.getTime() / 1000) : -1,
        }
      },
      { ...gone(project?.name), robot_project_id_name_key: () => new UserError('ROBOT_EXISTS', { robot: shown }) },
    )
  }

  /** What is left out stays. Whoever widens, enables or prolongs has to hold what the robot holds then. */
  async update(reference: RobotReference, body: RobotUpdate, { subject, actor }: Asking): Promise<void> {
    await this.change(reference, async (transaction, robot, shown) => {
      requireSameIdentity(body, robot, shown)
      const project = projectOf(robot)
      const before = await rightsOf(robot.id, transaction)
      const created = body.created_project_access
        ? this.readCreated(body.created_project_access, project)
        : robot.created_project_permissions
      const wanted = body.permissions
        ? await readRights(body.permissions, project, transaction)
        : { grants: before, missing: undefined }
      const { grants, missing } = wanted
      const duration = body.duration || robot.duration
      const expiresAt =
        duration === robot.duration ? (robot.expires_at ?? undefined) : endAfter(duration, robot.created_at)
      const disabled = body.disable ?? robot.disabled
      const isLonger = robot.expires_at !== null && (!expiresAt || expiresAt > robot.expires_at)
      const all = withCreated(grants, created)
      if (
        missing !== undefined ||
        isLonger ||
        (robot.disabled && !disabled) ||
        isWider(all, withCreated(before, robot.created_project_permissions))
      )
        await this.ownRights.requireToGive(subject, all, transaction)
      if (missing !== undefined) throw new UserError('PROJECT_NOT_FOUND', { project: missing })
      if (isLonger || (robot.disabled && !disabled))
        await this.ownRights.requireToOutlive(subject, expiresAt, transaction)
      const description = body.description ?? robot.description
      await transaction.rows(sql`
        update robot set description = ${description}, duration = ${duration}, disabled = ${disabled},
          expires_at = ${expiresAt ?? null}, created_project_permissions = ${created}, updated_at = now()
        where id = ${robot.id}`)
      if (body.permissions) await replaceRights(robot.id, grants, transaction)
      const changed = {
        description: description !== robot.description,
        duration: duration !== robot.duration,
        disable: disabled !== robot.disabled,
        permissions: isWider(grants, before) || isWider(before, grants),
        created_project_access: created.join() !== robot.created_project_permissions.join(),
      }
      const names = Object.entries(changed).flatMap(([key, is]) => (is ? [key] : []))
      await emit(transaction, 'robot.updated', { ...told(robot.id, shown, project), changed: names }, actor)
    })
  }

  /** Another secret. Whoever makes one can sign in as the robot, so they have to hold what it holds, for as long. */
  async refresh(
    reference: RobotReference,
    { secret, overlap }: RobotSecret,
    { subject, actor }: Asking,
  ): Promise<RobotSecretAnswer> {
    const chosen = secret === '' ? undefined : secret
    if (chosen !== undefined) requireGoodSecret(chosen)
    return this.change(reference, async (transaction, robot, shown) => {
      const grants = await rightsOf(robot.id, transaction)
      await this.ownRights.requireToGive(subject, withCreated(grants, robot.created_project_permissions), transaction)
      await this.ownRights.requireToOutlive(subject, robot.expires_at ?? undefined, transaction)
      const made = await this.credentials.rotate(transaction, { robot: robot.id, overlap, secret: chosen })
      await transaction.rows(sql`update robot set updated_at = now() where id = ${robot.id}`)
      await emit(transaction, 'robot.secret-changed', told(robot.id, shown, projectOf(robot)), actor)
      return chosen === undefined ? { secret: made } : {}
    })
  }

  async delete(reference: RobotReference, actor: Actor): Promise<void> {
    await this.change(reference, async (transaction, robot, shown) => {
      await transaction.rows(sql`delete from robot where id = ${robot.id}`)
      await emit(transaction, 'robot.deleted', told(robot.id, shown, projectOf(robot)), actor)
    })
  }

  /** Holds the robot's row, so that of two changes the later one sees the earlier one. @throws {UserError} ROBOT_NOT_FOUND */
  private async change<Result>(
    reference: RobotReference,
    work: (transaction: Queryable, robot: StoredRobot, shown: string) => Promise<Result>,
  ): Promise<Result> {
    const prefix = await this.settings.value('robot_name_prefix')
    return this.database.transaction(async (transaction) => {
      const robot = await transaction.row<StoredRobot>(sql`
        select r.*, p.name as project from robot r left join project p on p.id = r.project_id
        where ${isReferred(reference)} for update of r`)
      if (!robot) throw new UserError('ROBOT_NOT_FOUND', { robot: reference.id })
      return work(transaction, robot, shownName(prefix, robot))
    }, gone(reference.project?.name))
  }

  /** @throws {UserError} BEYOND_OWN_RIGHTS before it tells that a project is not there */
  private async readOwn(
    permissions: RobotPermissions,
    created: readonly string[],
    project: ProjectContext | undefined,
    subject: Subject,
  ): Promise<StoredGrant[]> {
    const { grants, missing } = await readRights(permissions, project, this.database)
    await this.ownRights.requireToGive(subject, withCreated(grants, created))
    if (missing !== undefined) throw new UserError('PROJECT_NOT_FOUND', { project: missing })
    return grants
  }

  private readCreated(accesses: Accesses, project: ProjectContext | undefined): string[] {
    if (project && accesses.length > 0) throw new UserError('ROBOT_OUTSIDE_PROJECT')
    return readAccess(accesses, 'project')
  }

  /** Without a duration of its own a robot ends with what its maker has signed in with, where that is sooner. */
  private async lifeOf(given: number, subject: Subject) {
    const now = new Date()
    if (given !== 0) {
      const expiresAt = endAfter(given, now)
      await this.ownRights.requireToOutlive(subject, expiresAt)
      return { duration: given, expiresAt }
    }
    const duration = await this.settings.value('robot_token_duration')
    const [usual, end] = [endAfter(duration, now), await this.ownRights.endOf(subject)]
    return { duration, expiresAt: end && (!usual || end < usual) ? end : usual }
  }
}
