import { Injectable } from '@nestjs/common'
import { type Actor, isRobotName, UserError } from '@berth/contracts'
import { emit, type Queryable } from '@berth/database'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { OwnRights } from '../../access/own-rights.js'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { Credentials } from '../../identity/credentials/credentials.js'
import { requireGoodSecret } from '../../identity/credentials/secret.js'
import { SettingStore } from '../../settings/setting-store.js'
import { RobotGiving } from './robot-giving.js'
import { isWider, readRights, replaceRights, rightsOf } from './robot-permissions.js'
import { replaceTrust, trustsMore } from './robot-trusts.js'
import type { RobotCreated, RobotCreation, RobotSecret, RobotSecretAnswer, RobotUpdate } from './robots.schema.js'
import {
  endAfter,
  gone,
  isReferred,
  projectOf,
  requireSameIdentity,
  type RobotReference,
  shownName,
  type StoredRobot,
  told,
  withCreated,
} from './stored-robot.js'

/** Who changes something. */
interface Asking {
  readonly subject: Subject
  readonly actor: Actor
}

@Injectable()
export class RobotsService {
  constructor(
    private readonly database: Database,
    private readonly ownRights: OwnRights,
    private readonly giving: RobotGiving,
    private readonly credentials: Credentials,
    private readonly settings: SettingStore,
  ) {}

  /** A robot that trusts tokens gets a secret only where one was chosen. @param project whose robot it becomes; undefined: one of the system */
  async create(
    body: RobotCreation,
    { project, subject, actor }: { readonly project: ProjectContext | undefined } & Asking,
  ): Promise<RobotCreated> {
    const { name, description, disable, secret, trust } = body
    const level = project ? 'project' : 'system'
    if (body.level !== 'system' && body.level !== 'project') throw new UserError('BAD_ROBOT_LEVEL')
    if (!isRobotName(name)) throw new UserError('BAD_ROBOT_NAME')
    if (secret !== undefined) requireGoodSecret(secret)
    if (body.permissions.length === 0) throw new UserError('ROBOT_WITHOUT_PERMISSIONS')
    if (body.level !== level) throw new UserError('ROBOT_OUTSIDE_PROJECT')
    this.giving.requireGoodIssuers(trust)
    const { grants, created } = await this.giving.rightsOf(body, project, subject)
    const { duration, expiresAt } = await this.giving.lifeOf(body.duration, subject)
    const shown = shownName(await this.settings.value('robot_name_prefix'), { name, project: project?.name ?? null })
    return this.database.transaction(
      async (transaction) => {
        const robot = insertedRow(
          await transaction.row<{ id: number; created_at: Date }>(sql`
            insert into robot (name, level, project_id, description, duration, disabled, expires_at, creator_kind, creator_id,
              created_project_permissions)
            values (${name}, ${level}, ${project?.id ?? null}, ${description}, ${duration}, ${disable}, ${expiresAt ?? null},
              ${subject.kind}, ${subject.id}, ${created})
            returning id, created_at`),
        )
        await replaceRights(robot.id, grants, transaction)
        await replaceTrust(robot.id, trust, transaction)
        const credential =
          trust.length > 0 && secret === undefined
            ? undefined
            : await this.credentials.add(transaction, { kind: 'robot', owner: robot.id, secret })
        await emit(transaction, 'robot.created', told(robot.id, shown, project), actor)
        return {
          id: robot.id,
          name: shown,
          ...(credential && { secret: credential.secret }),
          creation_time: robot.created_at.toISOString(),
          expires_at: expiresAt ? Math.floor(expiresAt.getTime() / 1000) : -1,
        }
      },
      { ...gone(project?.name), robot_project_id_name_key: () => new UserError('ROBOT_EXISTS', { robot: shown }) },
    )
  }

  /** What is left out stays. Whoever widens, enables or prolongs, or lets others sign in, has to hold what the robot holds then. */
  async update(reference: RobotReference, body: RobotUpdate, { subject, actor }: Asking): Promise<void> {
    if (body.trust) this.giving.requireGoodIssuers(body.trust)
    await this.change(reference, async (transaction, robot, shown) => {
      requireSameIdentity(body, robot, shown)
      const project = projectOf(robot)
      const before = await rightsOf(robot.id, transaction)
      const created = body.created_project_access
        ? this.giving.createdOf(body.created_project_access, project)
        : robot.created_project_permissions
      const { grants, missing } = body.permissions
        ? await readRights(body.permissions, project, transaction)
        : { grants: before, missing: undefined }
      const duration = body.duration || robot.duration
      const expiresAt =
        duration === robot.duration ? (robot.expires_at ?? undefined) : endAfter(duration, robot.created_at)
      const disabled = body.disable ?? robot.disabled
      const signsInMore =
        (robot.expires_at !== null && (!expiresAt || expiresAt > robot.expires_at)) ||
        (robot.disabled && !disabled) ||
        (body.trust !== undefined && (await trustsMore(robot.id, body.trust, transaction)))
      const all = withCreated(grants, created)
      if (missing !== undefined || signsInMore || isWider(all, withCreated(before, robot.created_project_permissions)))
        await this.ownRights.requireToGive(subject, all, transaction)
      if (missing !== undefined) throw new UserError('PROJECT_NOT_FOUND', { project: missing })
      if (signsInMore) await this.ownRights.requireToOutlive(subject, expiresAt, transaction)
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
        trust: body.trust !== undefined && (await replaceTrust(robot.id, body.trust, transaction)),
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
}
