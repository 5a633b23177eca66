import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import { Database } from '../database/database.js'

/** A user who exists, is not deleted, and not lost by every source that knew them. */
export interface Account {
  readonly id: number
  readonly username: string
  /** By themselves or by a group. */
  readonly sysadmin: boolean
  readonly password_hash: string | null
  /** Somebody in the directory. */
  readonly in_directory: boolean
  /** Whether it is on. */
  readonly second_factor: boolean
  /** How often it was switched on or off. */
  readonly factor_generation: number
}

const columns = sql`u.id, u.username, u.sysadmin, u.password_hash,
  exists (select from user_identity i where i.user_id = u.id and i.source = 'ldap') as in_directory,
  f.enabled_at is not null as second_factor, coalesce(f.generation, 0) as factor_generation`

/** Who an account is where something is counted for it: the same by whatever name it signs in. */
export const accountKey = (id: number) => `user\0${id}`

const joined = sql`left join second_factor f on f.user_id = u.id`

@Injectable()
export class AccountFinder {
  constructor(private readonly database: Database) {}

  /** By name, or by e-mail address when nobody has that name. */
  byLogin(login: string): Promise<Account | undefined> {
    return this.find(sql`
      select ${columns} from (
        select *, 1 as preference from present_user where lower(username) = lower(${login})
        union all
        select *, 2 from present_user where lower(email) = lower(${login})
      ) u ${joined} order by preference limit 1`)
  }

  byId(id: number): Promise<Account | undefined> {
    return this.find(sql`select ${columns} from present_user u ${joined} where u.id = ${id}`)
  }

  /** @throws {UserError} USER_NOT_FOUND */
  async get(id: number): Promise<Account> {
    const account = await this.byId(id)
    if (!account) throw new UserError('USER_NOT_FOUND', { user: id })
    return account
  }

  private async find(template: Sql): Promise<Account | undefined> {
    return (await this.database.prepared<Account>(template))[0]
  }
}
