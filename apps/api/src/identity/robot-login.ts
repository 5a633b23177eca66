import { timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { PermissionSet, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { Database } from '../database/database.js'
import { FailedSignIns } from './failed-sign-ins.js'
import { hashRobotSecret } from './robot-secret.js'

/** No user name has a dollar sign in it. */
const PREFIX = 'robot$'

export const isRobotName = (login: string) => login.startsWith(PREFIX)

interface RobotRow {
  readonly id: number
  readonly secret_hash: Buffer
  readonly permissions: readonly string[]
}

/** Signs robots in: `robot$name` for those of the system, `robot$project+name` for those of a project. */
@Injectable()
export class RobotLogin {
  constructor(
    private readonly database: Database,
    private readonly failures: FailedSignIns,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * The robot with what it may do in the system; what it may do in a project is found with the project. Failures are not counted: a
   * secret is random, and too long to be guessed.
   * @throws {UserError} WRONG_CREDENTIALS, whatever is wrong: name, secret, or the robot is disabled or has expired
   */
  async signIn(login: string, secret: string, address: string): Promise<Subject> {
    const robot = login.includes('\0') ? undefined : await this.find(login.slice(PREFIX.length))
    const given = hashRobotSecret(secret, this.settings.secretKey)
    if (!robot || !timingSafeEqual(robot.secret_hash, given)) {
      await this.failures.tell({ who: `robot\0${robot?.id ?? login}`, login, address })
      throw new UserError('WRONG_CREDENTIALS')
    }
    const permissions = new PermissionSet('system', robot.permissions)
    return { kind: 'robot', id: robot.id, name: login, sysadmin: false, grants: [{ scope: 'system', permissions }] }
  }

  private find(name: string): Promise<RobotRow | undefined> {
    // What is signed in under is who acted: the name is taken whole, or not at all.
    const [, project, ofProject] = /^([^+]*)\+(.*)$/s.exec(name) ?? []
    return this.database.row<RobotRow>(sql`
      select r.id, r.secret_hash, array(select unnest(g.permissions) from robot_grant g
        where g.robot_id = r.id and g.scope = 'system' and r.level = 'system') as permissions
      from robot r left join project p on p.id = r.project_id
      where r.name = ${ofProject ?? name} and p.name is not distinct from ${project ?? null}
        and not r.disabled and (r.expires_at is null or r.expires_at > now())`)
  }
}
