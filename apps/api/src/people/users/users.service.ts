import { Injectable } from '@nestjs/common'
import { type Actor, BUILT_IN_ADMIN_ID, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { ProjectMember, User } from '@berth/database/orm'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import { IsNull } from 'typeorm'
import type { Asking } from '../../access/subject.js'
import { DefaultPassword } from '../../identity/passwords/default-password.js'
import { hashPassword, passwordMatches, requireGoodPassword } from '../../identity/passwords/password.js'
import { accountKey } from '../../identity/account-finder.js'
import { Guesses } from '../../identity/limits/guesses.js'
import { networkOf } from '../../identity/limits/network-of.js'
import { Sessions } from '../../identity/sessions/sessions.js'
import { type Limit, Throttle } from '../../identity/limits/throttle.js'
import { Database, type Violations } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { CliSecretService } from '../cli-secret/cli-secret.service.js'
import { readProfile, requireUsername } from './user-rules.js'
import { userSearchView, userView } from './user-view.js'
import type {
  CurrentUser,
  PasswordChange,
  UserCreation,
  UserListQuery,
  UserProfile,
  UserRow,
  UserSearchQuery,
  UserSearchRow,
} from './users.schema.js'

const SIGN_UPS: Limit = { times: 20, windowSeconds: 3600 }
const living = sql`u.deleted_at is null`

const isSelf = (subject: Subject, id: number) => subject.kind === 'user' && subject.id === id

const taken = (username: string): Violations => ({
  user_username: () => new UserError('USERNAME_TAKEN', { username }),
  user_email: () => new UserError('EMAIL_TAKEN'),
  user_login_pkey: () => new UserError('LOGIN_TAKEN'),
})

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly throttle: Throttle,
    private readonly guesses: Guesses,
    private readonly defaultPassword: DefaultPassword,
    private readonly sessions: Sessions,
    private readonly cliSecrets: CliSecretService,
  ) {}

  list(query: UserListQuery): Promise<Page<UserRow>> {
    const { username, email } = query
    return this.lists.page(userView, query, {
      where: [living],
      filters: [
        ...(username === '' ? [] : [sql`u.username ilike ${containing(username)}`]),
        ...(email === '' ? [] : [sql`u.email ilike ${containing(email)}`]),
      ],
    })
  }

  /** For the member dialog: whose name contains what is typed, the shortest name first. */
  search(query: UserSearchQuery): Promise<Page<UserSearchRow>> {
    return this.lists.page(
      userSearchView,
      { ...query, q: '', sort: '', after: '' },
      {
        where: [living],
        filters: query.username === '' ? [] : [sql`u.username ilike ${containing(query.username)}`],
      },
    )
  }

  async get(id: number): Promise<UserRow> {
    const row = await this.lists.row(userView, [living, sql`u.id = ${id}`])
    if (!row) throw new UserError('USER_NOT_FOUND', { user: id })
    return row
  }

  async current(subject: Subject): Promise<CurrentUser> {
    const { id, sysadmin } = subject
    const [stored, info] = await Promise.all([this.get(id), this.cliSecrets.infoOf(subject)])
    const found = { ...stored, ...(info && { oidc_user_meta: info }) }
    // An administrator without the stored flag is one by a group: that is stored nowhere.
    const user = { ...found, admin_role_in_auth: sysadmin && !found.sysadmin_flag }
    return sysadmin && (await this.defaultPassword.isInUse()) ? { ...user, default_password: true } : user
  }

  /** A user, by an administrator or, while self-registration is on, by a visitor. Never an administrator. */
  async create(body: UserCreation, subject: Subject, actor: Actor): Promise<Created> {
    if (subject.kind === 'anonymous') await this.countSignUp(actor.address ?? '')
    const profile = readProfile(body)
    requireUsername(body.username, profile.email)
    requireGoodPassword(body.password)
    const passwordHash = await hashPassword(body.password)
    const user = await this.database.transaction(async (transaction) => {
      const { entities } = transaction
      const created = await entities.save(entities.create(User, { ...profile, username: body.username, passwordHash }))
      await emit(transaction, 'user.created', { user_id: created.id, user: created.username }, actor)
      return created
    }, taken(body.username))
    return new Created(`/api/v2.0/users/${user.id}`)
  }

  async update(id: number, body: UserProfile, actor: Actor): Promise<void> {
    await this.change(id, readProfile(body), (transaction, told) => emit(transaction, 'user.updated', told, actor))
  }

  async setSysadmin(id: number, sysadmin: boolean, actor: Actor): Promise<void> {
    if (id === BUILT_IN_ADMIN_ID && !sysadmin) throw new UserError('CANNOT_DEMOTE_ADMIN')
    await this.change(id, { sysadmin }, (transaction, told) =>
      emit(transaction, 'user.admin-changed', { ...told, admin: sysadmin }, actor),
    )
  }

  /**
   * Users change their own password, and have to know the old one; whoever may update users changes another's. The user's sessions end,
   * but for the one that a user changes their own password in.
   */
  async changePassword(id: number, body: PasswordChange, { subject, session, actor }: Asking): Promise<void> {
    const found = await this.database.repository(User).findOneBy({ id, deletedAt: IsNull() })
    if (!found) throw new UserError('USER_NOT_FOUND', { user: id })
    const self = isSelf(subject, id)
    if (self) await this.requireOldPassword(found, body.old_password ?? '', actor.address ?? '')
    requireGoodPassword(body.new_password)
    if (await passwordMatches(body.new_password, found.passwordHash)) throw new UserError('SAME_PASSWORD')
    const passwordHash = await hashPassword(body.new_password)
    if (self && session !== undefined) await this.sessions.carryOver(session, id, { password_hash: passwordHash })
    await this.change(id, { passwordHash }, async (transaction, told, before) => {
      // The old password was compared without holding the row: it counts as long as it still is the password.
      if (self && before.passwordHash !== found.passwordHash) throw new UserError('WRONG_OLD_PASSWORD')
      await emit(transaction, 'user.password-changed', told, actor)
    })
  }

  /** The row stays under another name, so that the name can be given again and history keeps its author. */
  async delete(id: number, subject: Subject, actor: Actor): Promise<void> {
    if (id === BUILT_IN_ADMIN_ID) throw new UserError('CANNOT_DELETE_ADMIN')
    if (isSelf(subject, id)) throw new UserError('CANNOT_DELETE_SELF')
    await this.database.transaction(async (transaction) => {
      const { entities: manager } = transaction
      const found = await manager.findOne(User, {
        where: { id, deletedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      })
      if (!found) throw new UserError('USER_NOT_FOUND', { user: id })
      const suffix = `#${id}`
      await manager.update(User, id, {
        username: found.username.slice(0, 255 - suffix.length) + suffix,
        email: found.email === null ? null : found.email.slice(0, 255 - suffix.length) + suffix,
        passwordHash: null,
        sysadmin: false,
        deletedAt: new Date(),
        updatedAt: new Date(),
      })
      await manager.delete(ProjectMember, { userId: id })
      await transaction.rows(sql`delete from user_identity where user_id = ${id}`)
      await transaction.rows(sql`delete from credential where user_id = ${id}`)
      await emit(transaction, 'user.deleted', { user_id: id, user: found.username }, actor)
    })
  }

  private async change(
    id: number,
    values: Partial<Pick<User, 'email' | 'realname' | 'comment' | 'sysadmin' | 'passwordHash'>>,
    tell: (transaction: Transaction, told: { user_id: number; user: string }, before: User) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const { entities } = transaction
      const where = { id, deletedAt: IsNull() }
      const before = await entities.findOne(User, { where, lock: { mode: 'pessimistic_write' } })
      if (!before) throw new UserError('USER_NOT_FOUND', { user: id })
      await entities.update(User, id, { ...values, updatedAt: new Date() })
      await tell(transaction, { user_id: id, user: before.username }, before)
    }, taken(''))
  }

  /** Counts as a guess, as signing in does. */
  private async requireOldPassword(user: User, password: string, address: string): Promise<void> {
    const isRight = await this.guesses.decide(accountKey(user.id), address, () =>
      passwordMatches(password, user.passwordHash),
    )
    if (!isRight) throw new UserError('WRONG_OLD_PASSWORD')
  }

  private async countSignUp(address: string): Promise<void> {
    const seconds = await this.throttle.take({ key: `sign-up\0${networkOf(address)}`, limit: SIGN_UPS })
    if (seconds > 0) throw new UserError('TOO_MANY_REGISTRATIONS', { seconds })
  }
}
