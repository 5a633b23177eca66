import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import type { StoredGrant } from '@berth/rbac'
import sql from 'sql-template-tag'
import { projectsWhere } from '../../access/grants.js'
import type { Asking } from '../../access/subject.js'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { type Account, AccountFinder } from '../../identity/account-finder.js'
import { Credentials } from '../../identity/credentials/credentials.js'
import { SettingStore } from '../../settings/setting-store.js'
import { ceilingOf, describeCeiling, projectsOf } from './token-ceiling.js'
import type { TokenCreated, TokenCreation, TokenRow } from './tokens.schema.js'

/** Of one user, whether or not they have expired. */
const MOST = 100
const DAY_MS = 24 * 3600 * 1000
const SOON_MS = 7 * DAY_MS

interface Row {
  readonly id: number
  readonly name: string
  readonly ceiling: readonly StoredGrant[] | null
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly last_used_at: Date | null
  readonly last_used_address: string | null
}

const columns = sql`id, name, ceiling, created_at, expires_at, last_used_at, last_used_address`

/** Personal access tokens: what a user gives programs in place of the password. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly accounts: AccountFinder,
    private readonly settings: SettingStore,
  ) {}

  /** The newest first. @throws {UserError} USER_NOT_FOUND */
  async list(user: number): Promise<TokenRow[]> {
    await this.accounts.get(user)
    const rows = await this.database.rows<Row>(sql`
      select ${columns} from credential where user_id = ${user} and kind = 'token' order by id desc limit ${MOST}`)
    return this.describe(rows)
  }

  /** @throws {UserError} what the route says */
  async create(asked: TokenCreation, { subject, actor }: Asking): Promise<TokenCreated> {
    const name = asked.name.trim()
    if (name === '') throw new UserError('TOKEN_NAME_NEEDED')
    const expiresAt = await this.endOf(asked.duration)
    const ceiling = ceilingOf(asked, await this.projectIds(asked.projects, { subject }))
    const account = await this.accounts.get(subject.id)
    const { rows, secret } = await this.database.transaction(async (transaction) => {
      await this.requireRoom(account.id, name, transaction)
      const made = await this.credentials.add(transaction, {
        kind: 'token',
        owner: account.id,
        name,
        ceiling,
        expiresAt,
      })
      await tell(transaction, 'user.token-created', account, { token_id: made.id, token: name }, actor)
      const rows = await transaction.rows<Row>(sql`select ${columns} from credential where id = ${made.id}`)
      return { rows, secret: made.secret }
    })
    const [token] = await this.describe(rows)
    return { ...insertedRow(token), secret }
  }

  /** It signs in no more, and what was issued for it ends. @throws {UserError} TOKEN_NOT_FOUND */
  async delete(user: number, token: number, actor: Actor): Promise<void> {
    const account = await this.accounts.get(user)
    await this.database.transaction(async (transaction) => {
      const row = await transaction.row<{ name: string }>(sql`
        delete from credential where id = ${token} and user_id = ${user} and kind = 'token' returning name`)
      if (!row) throw new UserError('TOKEN_NOT_FOUND')
      await tell(transaction, 'user.token-deleted', account, { token_id: token, token: row.name }, actor)
    })
  }

  /** @throws {UserError} TOKEN_LIVES_TOO_LONG */
  private async endOf(days: number): Promise<Date | undefined> {
    const most = await this.settings.value('access_token_max_duration')
    if (days === 0 || (most >= 0 && (days < 0 || days > most))) {
      throw new UserError('TOKEN_LIVES_TOO_LONG', { days: most })
    }
    return days < 0 ? undefined : new Date(Date.now() + days * DAY_MS)
  }

  /** Of projects that the user sees: of others nobody learns whether they are there. @throws {UserError} NO_SUCH_PROJECT */
  private async projectIds(names: readonly string[] | undefined, { subject }: Pick<Asking, 'subject'>) {
    if (!names) return undefined
    const rows = await this.database.rows<{ id: number; name: string }>(sql`
      select p.id, p.name from project p
      where p.name = any (${names.map((name) => name.replaceAll('\0', ''))}::text[]) and ${projectsWhere(subject, 'self:read')}`)
    const known = new Map(rows.map(({ id, name }) => [name, id]))
    for (const project of names) if (!known.has(project)) throw new UserError('NO_SUCH_PROJECT', { project })
    return [...known.values()]
  }

  /** Holds the user's row, so that of two tokens made at once the second one counts the first. */
  private async requireRoom(user: number, name: string, transaction: Transaction): Promise<void> {
    await transaction.rows(sql`select from "user" where id = ${user} for no key update`)
    const row = await transaction.row<{ count: number; same: number }>(sql`
      select count(*)::int as count, count(*) filter (where name = ${name})::int as same
      from credential where user_id = ${user} and kind = 'token'`)
    if ((row?.same ?? 0) > 0) throw new UserError('TOKEN_EXISTS', { name })
    if ((row?.count ?? 0) >= MOST) throw new UserError('TOO_MANY_TOKENS', { most: MOST })
  }

  private async describe(rows: readonly Row[]): Promise<TokenRow[]> {
    const ids = rows.flatMap(({ ceiling }) => projectsOf(ceiling ?? []))
    const projects =
      ids.length === 0
        ? []
        : await this.database.rows<{ id: number; name: string }>(
            sql`select id, name from project where id = any (${[...new Set(ids)]}::int[])`,
          )
    const names = new Map(projects.map(({ id, name }) => [id, name]))
    const now = Date.now()
    return rows.map(({ id, name, ceiling, ...row }) => {
      const end = row.expires_at?.getTime()
      return {
        id,
        name,
        ...describeCeiling(ceiling ?? [], names),
        creation_time: row.created_at.toISOString(),
        ...(row.expires_at && { expiration_time: row.expires_at.toISOString() }),
        expired: end !== undefined && end <= now,
        expires_soon: end !== undefined && end > now && end - now <= SOON_MS,
        ...(row.last_used_at && { last_used_time: row.last_used_at.toISOString() }),
        ...(row.last_used_address !== null && { last_used_address: row.last_used_address }),
      }
    })
  }
}

const tell = (
  transaction: Transaction,
  type: 'user.token-created' | 'user.token-deleted',
  { id, username }: Account,
  token: { readonly token_id: number; readonly token: string },
  actor: Actor,
) => emit(transaction, type, { user_id: id, user: username, ...token }, actor)
