import { Inject, Injectable } from '@nestjs/common'
import { type EventType, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import { may, type Subject } from '@berth/rbac'
import type { FastifyReply, FastifyRequest } from 'fastify'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { SettingStore } from '../../settings/setting-store.js'
import type { LoginForm, UserExistsForm } from './sign-in.schema.js'
import type { Account } from '../account-finder.js'
import { Csrf } from '../csrf/csrf.service.js'
import { PasswordLogin } from '../passwords/password-login.js'
import { SecondFactors } from '../second-factor/second-factors.js'
import { SESSION_COOKIE, setSessionCookie } from '../sessions/session-cookie.js'
import { Sessions } from '../sessions/sessions.js'
import { networkOf } from '../limits/network-of.js'
import { type Limit, Throttle } from '../limits/throttle.js'

/** Enough for a form that asks while one types, too little to go through a list of names. */
const QUESTIONS: Limit = { times: 60, windowSeconds: 600 }

@Injectable()
export class SignInService {
  constructor(
    private readonly passwordLogin: PasswordLogin,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly csrf: Csrf,
    private readonly settingStore: SettingStore,
    private readonly throttle: Throttle,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async login(form: LoginForm, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const account = await this.passwordLogin.signIn(form.principal, form.password, request.ip)
    if (account.second_factor) await this.takeCode(account, form.code, request)
    await this.enter(account, request, reply)
  }

  /** Whose account it is, is known: signs in under a new session id, so that one planted before is worth nothing. */
  async enter(account: Account, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const client = request.headers['user-agent'] ?? ''
    const sessionId = await this.sessions.begin(account, { address: request.ip, client })
    const previous = request.cookies[SESSION_COOKIE]
    if (previous) await this.sessions.end(previous)
    setSessionCookie(request, reply, sessionId, this.settings.externalUrl)
    await this.tell('user.signed-in', account, request)
  }

  private async takeCode(account: Account, code: string, request: FastifyRequest): Promise<void> {
    if (code === '') throw new UserError('CODE_NEEDED')
    const taken = await this.secondFactors.take(account, code, request.ip)
    if (!taken) throw new UserError('WRONG_CODE')
    if (taken.left === undefined) return
    const told = { ...aboutOf(account), left: taken.left }
    await emit(this.database, 'user.recovery-code-used', told, actorOf(account, request))
  }

  /** Harbor's clients sign out with GET, which a link on any page sends as well. @throws {UserError} CSRF_REFUSED */
  async logout(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.csrf.verifyOrigin(request)
    const sessionId = request.cookies[SESSION_COOKIE]
    setSessionCookie(request, reply, '', this.settings.externalUrl)
    if (!sessionId) return
    const account = await this.sessions.find(sessionId, request.ip)
    await this.sessions.end(sessionId)
    if (account) await this.tell('user.signed-out', account, request)
  }

  /** Is the name or address taken? For the sign-up form, and for administrators. */
  async userExists(form: UserExistsForm, subject: Subject, address: string): Promise<boolean> {
    if (!may(subject, 'user:list', { scope: 'system' })) {
      if (!(await this.settingStore.value('self_registration'))) throw new UserError('SELF_REGISTRATION_CLOSED')
      const seconds = await this.throttle.take({ key: `exists\0${networkOf(address)}`, limit: QUESTIONS })
      if (seconds > 0) throw new UserError('TOO_MANY_REGISTRATIONS', { seconds })
    }
    const value = form.value.replaceAll('\0', '')
    const found = await this.database.row(
      sql`select 1 as found from user_login where login = fold_login(${value}::text)`,
    )
    return found !== undefined
  }

  private async tell(
    type: Extract<EventType, 'user.signed-in' | 'user.signed-out'>,
    account: Account,
    request: FastifyRequest,
  ): Promise<void> {
    await emit(this.database, type, aboutOf(account), actorOf(account, request))
  }
}

const aboutOf = ({ id, username }: Account) => ({ user_id: id, user: username })

const actorOf = ({ id, username }: Account, { ip, id: requestId }: FastifyRequest) =>
  ({ kind: 'user', id, name: username, address: ip, requestId }) as const
