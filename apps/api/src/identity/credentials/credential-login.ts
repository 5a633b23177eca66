import { Inject, Injectable } from '@nestjs/common'
import { isUsername, UserError } from '@berth/contracts'
import { readGrant, type StoredGrant, type Subject } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { SettingStore } from '../../settings/setting-store.js'
import { FailedSignIns } from '../failed-sign-ins.js'
import { isIdToken } from '../keyless/id-token.js'
import { RobotTrust } from '../keyless/robot-trust.js'
import { Guesses } from '../limits/guesses.js'
import { LastUses } from './last-uses.js'
import { hashSecret, kindOf } from './secret.js'

/** The credential that the secret belongs to. Where it has expired or is disabled, the caller is told so: they know the secret. */
interface Found {
  readonly subject: Subject
  readonly credential: number
  readonly disabled?: boolean
  readonly expired: boolean
}

interface RobotRow extends Omit<Found, 'subject'> {
  readonly id: number
  readonly grants: readonly StoredGrant[]
}

interface UserRow extends Omit<Found, 'subject'> {
  readonly id: number
  readonly username: string
  readonly sysadmin: boolean
  readonly ceiling: readonly StoredGrant[] | null
}

const isCalled = (login: string) => sql`lower(${login}::text) in (lower(u.username), lower(u.email))`

/** Condition on `robot r` and `project p`. The name has to be the robot's in every letter: it is what the audit log shows. */
function isNamed(name: string): Sql {
  const [, project, ofProject] = /^([^+]*)\+(.*)$/s.exec(name) ?? []
  return sql`r.name = ${ofProject ?? name} and p.name is not distinct from ${project ?? null}`
}

/**
 * Signs in by what stands in the table of credentials, whatever accounts come from: robots (`robot$name` for those of the system,
 * `robot$project+name` for those of a project), and users by a token or their CLI secret.
 */
@Injectable()
export class CredentialLogin {
  constructor(
    private readonly database: Database,
    private readonly settingStore: SettingStore,
    private readonly guesses: Guesses,
    private readonly failures: FailedSignIns,
    private readonly lastUses: LastUses,
    private readonly trust: RobotTrust,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * The robot or user, with what they may do in the system and in every project; what else they may is found with the project. Generated secrets
   * are too long to be guessed, and are not counted. Those that somebody chose are, and so are tokens of an issuer that a robot may trust.
   * @returns undefined where this may be a user and a password
   * @throws {UserError} WRONG_CREDENTIALS, ID_TOKEN_REFUSED, TOO_MANY_FAILED_LOGINS; CREDENTIAL_EXPIRED, ROBOT_DISABLED where the secret is right
   * @throws {TransientError} ISSUER_UNREACHABLE
   */
  async signIn(login: string, secret: string, address: string): Promise<Subject | undefined> {
    const prefix = await this.settingStore.value('robot_name_prefix')
    const name = login.startsWith(prefix) ? login.slice(prefix.length) : undefined
    const kind = kindOf(secret)
    if (kind === undefined && name === undefined) return undefined
    let found: Found | undefined
    // PostgreSQL has no NUL in text; no name has it either.
    if (!login.includes('\0')) {
      if (kind === 'token' || kind === 'cli') found = await this.findUser(isCalled(login), secret)
      else if (name !== undefined && kind === 'robot') found = await this.bySecret(login, name, secret)
      else if (name !== undefined && (!isUsername(login) || (await this.isRobot(name))))
        found = await this.guess(login, name, secret, address)
      else return undefined
    }
    if (found) return this.use(found, address)
    const reason = name !== undefined && isIdToken(secret) ? 'ID_TOKEN_REFUSED' : undefined
    await this.failures.tell({ who: `credential\0${login}`, login, address, ...(reason && { reason }) })
    throw new UserError(reason ?? 'WRONG_CREDENTIALS')
  }

  /** The user by a CLI secret of their own choice. To be called where a guess is counted. */
  async byChosenSecret(user: number, secret: string, address: string): Promise<Subject | undefined> {
    const found = await this.findUser(sql`u.id = ${user}`, secret)
    return found && this.use(found, address)
  }

  private async use({ subject, credential, disabled, expired }: Found, address: string): Promise<Subject> {
    await this.failures.watch({ who: `credential\0${credential}`, login: subject.name, address }, async () => {
      if (expired) throw new UserError('CREDENTIAL_EXPIRED')
      if (disabled) throw new UserError('ROBOT_DISABLED')
    })
    this.lastUses.note(credential, address)
    return { ...subject, credential }
  }

  private async guess(login: string, name: string, secret: string, address: string): Promise<Found | undefined> {
    const isToken = isIdToken(secret)
    let found: Found | undefined
    const isRight = async () => {
      if (isToken) found = await this.byIdToken(login, name, secret)
      found ??= await this.bySecret(login, name, secret)
      return found !== undefined
    }
    const who = `robot\0${login}`
    await this.failures.watch({ who, login, address }, () =>
      this.guesses.decide(who, address, isRight, { where: isToken ? 'issuer' : 'here' }),
    )
    return found
  }

  private async isRobot(name: string): Promise<boolean> {
    const row = await this.database.row(
      sql`select from robot r left join project p on p.id = r.project_id where ${isNamed(name)}`,
    )
    return row !== undefined
  }

  private bySecret(login: string, name: string, secret: string): Promise<Found | undefined> {
    return this.findRobot(login, sql`c.kind = 'robot' and c.hash = ${this.hash(secret)} and ${isNamed(name)}`)
  }

  private async byIdToken(login: string, name: string, token: string): Promise<Found | undefined> {
    const credential = await this.trust.find(isNamed(name), token)
    return credential === undefined ? undefined : this.findRobot(login, sql`c.id = ${credential}`)
  }

  private async findRobot(login: string, which: Sql): Promise<Found | undefined> {
    const [row] = await this.database.prepared<RobotRow>(sql`
      select c.id as credential, r.id, r.disabled,
        coalesce(least(r.expires_at, c.expires_at) <= now(), false) as expired,
        (select coalesce(json_agg(json_build_object('scope', g.scope, 'permissions', g.permissions,
            'repositories', g.repositories, 'tags', g.tags)), '[]')
          from robot_grant g where g.robot_id = r.id and g.scope <> 'project' and r.level = 'system') as grants
      from credential c join robot r on r.id = c.robot_id left join project p on p.id = r.project_id
      where ${which}
      order by expired limit 1`)
    if (!row) return undefined
    const grants = row.grants.map(readGrant)
    return { ...row, subject: { kind: 'robot', id: row.id, name: login, sysadmin: false, grants } }
  }

  private async findUser(who: Sql, secret: string): Promise<Found | undefined> {
    const [row] = await this.database.prepared<UserRow>(sql`
      select c.id as credential, c.ceiling, coalesce(c.expires_at <= now(), false) as expired, u.id, u.username, u.sysadmin
      from credential c join present_user u on u.id = c.user_id
      where c.hash = ${this.hash(secret)} and ${who}
      order by expired limit 1`)
    if (!row) return undefined
    const { id, username: name, sysadmin, ceiling } = row
    const limit = ceiling ? { ceiling: ceiling.map(readGrant) } : {}
    return { ...row, subject: { kind: 'user', id, name, sysadmin, grants: [], ...limit } }
  }

  private hash(secret: string): Buffer {
    return hashSecret(secret, this.settings.secretKey)
  }
}
