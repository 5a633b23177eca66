import { Injectable } from '@nestjs/common'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'

/** A user who exists and is not deleted. */
export interface Account {
  readonly id: number
  readonly username: string
  readonly sysadmin: boolean
  readonly password_hash: string | null
}

/** Who an account is where something is counted for it: the same by whatever name it signs in. */
export const accountKey = (id: number) => `user\0${id}`

@Injectable()
export class AccountFinder {
  constructor(private readonly database: Database) {}

  /** By name, or by e-mail address when nobody has that name. */
  byLogin(login: string): Promise<Account | undefined> {
    return this.database.row<Account>(sql`
      select id, username, sysadmin, password_hash from (
        select *, 1 as preference from "user" where lower(username) = lower(${login}) and deleted_at is null
        union all
        select *, 2 from "user" where lower(email) = lower(${login}) and deleted_at is null
      ) candidates order by preference limit 1`)
  }

  byId(id: number): Promise<Account | undefined> {
    return this.database.row<Account>(
      sql`select id, username, sysadmin, password_hash from "user" where id = ${id} and deleted_at is null`,
    )
  }
}
