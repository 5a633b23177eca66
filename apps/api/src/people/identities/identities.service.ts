import { Injectable } from '@nestjs/common'
import { type Actor, rest, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import { Created } from '../../edge/results.js'
import { lockIdentity } from '../../identity/identities/identities.js'
import { Sessions } from '../../identity/sessions/sessions.js'
import { utc } from '../../listing/list-statement.js'

export type UserIdentity = z.output<typeof rest.userIdentity>
export type IdentityLink = z.output<typeof rest.userIdentityLink>

/** Of one user. */
const MOST = 20

/** Links and unlinks who a user is elsewhere: by an administrator's hand alone, for a name or an address proves nothing. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  async list(user: number): Promise<UserIdentity[]> {
    await this.nameOf(this.database, user)
    return this.database.rows<UserIdentity>(sql`
      select id, source, issuer, subject, name, gone_at is null as present,
        ${utc(sql`created_at`)} as creation_time, ${utc(sql`checked_at`)} as last_seen
      from user_identity where user_id = ${user} order by id limit ${MOST}`)
  }

  /** @throws {UserError} USER_NOT_FOUND, IDENTITY_LINKED, TOO_MANY_IDENTITIES */
  async link(user: number, { issuer, subject }: IdentityLink, actor: Actor): Promise<Created> {
    const id = await this.database.transaction(async (transaction) => {
      const username = await this.nameOf(transaction, user, true)
      await lockIdentity(transaction, { source: 'oidc', issuer, subject })
      const holder = await transaction.row<{ username: string }>(sql`
        select u.username from user_identity i join "user" u on u.id = i.user_id
        where i.source = 'oidc' and i.issuer = ${issuer} and i.subject = ${subject}`)
      if (holder) throw new UserError('IDENTITY_LINKED', { account: holder.username })
      const [count] = await transaction.rows<{ count: number }>(
        sql`select count(*)::int as count from user_identity where user_id = ${user}`,
      )
      if ((count?.count ?? 0) >= MOST) throw new UserError('TOO_MANY_IDENTITIES', { most: MOST })
      const made = await transaction.row<{ id: number }>(sql`
        insert into user_identity (user_id, source, issuer, subject)
        values (${user}, 'oidc', ${issuer}, ${subject}) returning id`)
      await emit(transaction, 'user.identity-linked', { user_id: user, user: username, issuer, subject }, actor)
      return made?.id
    })
    return new Created(`/api/v2.0/users/${user}/identities/${id}`)
  }

  /** Nobody goes on who came by it. @throws {UserError} USER_NOT_FOUND, IDENTITY_NOT_FOUND; TransientError SESSIONS_UNAVAILABLE */
  async unlink(user: number, identity: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const username = await this.nameOf(transaction, user, true)
      const gone = await transaction.row<{ issuer: string; subject: string }>(sql`
        delete from user_identity where id = ${identity} and user_id = ${user} returning issuer, subject`)
      if (!gone) throw new UserError('IDENTITY_NOT_FOUND', { identity })
      await transaction.rows(sql`
        delete from credential where user_id = ${user} and kind = 'cli'
          and not exists (select from user_identity where user_id = ${user} and source = 'oidc')`)
      await emit(transaction, 'user.identity-unlinked', { user_id: user, user: username, ...gone }, actor)
      await this.sessions.endAll(user)
    })
  }

  private async nameOf(database: Pick<Transaction, 'row'>, user: number, locks = false): Promise<string> {
    const lock = locks ? sql`for update` : sql``
    const found = await database.row<{ username: string }>(
      sql`select username from "user" where id = ${user} and deleted_at is null ${lock}`,
    )
    if (!found) throw new UserError('USER_NOT_FOUND', { user })
    return found.username
  }
}
