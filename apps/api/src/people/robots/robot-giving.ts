import { Inject, Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { StoredGrant, Subject } from '@berth/rbac'
import type { ProjectContext } from '../../access/context.js'
import { OwnRights } from '../../access/own-rights.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { SettingStore } from '../../settings/setting-store.js'
import { readAccess, readRights } from './robot-permissions.js'
import { requireGoodIssuers } from './robot-trusts.js'
import type { Accesses, RobotCreation, Trusts } from './robots.schema.js'
import { endAfter, withCreated } from './stored-robot.js'

/** What a robot is given as somebody asks for it: theirs to give, and fit for a robot of its kind. */
@Injectable()
export class RobotGiving {
  constructor(
    private readonly database: Database,
    private readonly ownRights: OwnRights,
    private readonly settings: SettingStore,
    @Inject(SETTINGS) private readonly apiSettings: Pick<ApiSettings, 'outboundAllow'>,
  ) {}

  /**
   * The rights of a new robot.
   * @param project whose robot it becomes
   * @throws {UserError} BEYOND_OWN_RIGHTS before it tells that a project is not there
   */
  async rightsOf(
    { permissions, created_project_access: access }: RobotCreation,
    project: ProjectContext | undefined,
    subject: Subject,
  ): Promise<{ readonly grants: StoredGrant[]; readonly created: string[] }> {
    const created = this.createdOf(access, project)
    const { grants, missing } = await readRights(permissions, project, this.database)
    await this.ownRights.requireToGive(subject, withCreated(grants, created))
    if (missing !== undefined) throw new UserError('PROJECT_NOT_FOUND', { project: missing })
    return { grants, created }
  }

  /** What it gets in projects that it makes. @throws {UserError} ROBOT_OUTSIDE_PROJECT, ROBOT_PERMISSION_UNKNOWN */
  createdOf(accesses: Accesses, project: ProjectContext | undefined): string[] {
    if (project && accesses.length > 0) throw new UserError('ROBOT_OUTSIDE_PROJECT')
    return readAccess(accesses, 'project')
  }

  /** Without a duration of its own a new robot ends with what its maker has signed in with, where that is sooner. */
  async lifeOf(given: number, subject: Subject) {
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

  /** @throws {UserError} BAD_ISSUER */
  requireGoodIssuers(trust: Trusts): void {
    requireGoodIssuers(trust, this.apiSettings.outboundAllow)
  }
}
