import { Injectable } from '@nestjs/common'
import { TransientError, UserError } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { anonymous } from '../access/subject.js'
import { type Identity, WhoAsks } from '../access/who-asks.js'
import { type Account, accountKey } from './account-finder.js'
import { parseBasic } from './basic.js'
import { CredentialLogin } from './credentials/credential-login.js'
import { Csrf } from './csrf/csrf.service.js'
import { FailedSignIns } from './failed-sign-ins.js'
import { IdTokens } from './oidc/id-tokens.js'
import { PasswordLogin } from './passwords/password-login.js'
import { SESSION_COOKIE } from './sessions/session-cookie.js'
import { Sessions } from './sessions/sessions.js'
import { publicId } from './sessions/stored-session.js'

const userOf = ({ id, username, sysadmin }: Account): Subject => ({
  kind: 'user',
  id,
  name: username,
  sysadmin,
  grants: [],
})
/** Said only where the secret was right. */
const TELLING: ReadonlySet<string> = new Set(['CREDENTIAL_EXPIRED', 'ROBOT_DISABLED'])
const stranger: Identity = { subject: anonymous, via: 'anonymous' }

@Injectable()
export class Authenticator extends WhoAsks {
  constructor(
    private readonly passwordLogin: PasswordLogin,
    private readonly credentialLogin: CredentialLogin,
    private readonly idTokens: IdTokens,
    private readonly sessions: Sessions,
    private readonly csrf: Csrf,
    private readonly failures: FailedSignIns,
  ) {
    super()
  }

  /** Credentials in a header come before a session. */
  async identify(request: FastifyRequest, anyone: boolean): Promise<Identity> {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      try {
        const subject = await this.byHeader(authorization, request.ip)
        if (subject) return { subject, via: 'header' }
      } catch (error) {
        // A probe with old credentials still learns what anybody may. Who knows the secret learns what is the matter with it.
        if (anyone && error instanceof UserError && !TELLING.has(error.reason)) return stranger
        throw error
      }
    }
    const sessionId = request.cookies[SESSION_COOKIE]
    if (!sessionId) return stranger
    try {
      const account = await this.sessions.find(sessionId, request.ip)
      return account ? { subject: userOf(account), via: 'session', session: publicId(sessionId) } : stranger
    } catch (error) {
      if (anyone && error instanceof TransientError) return stranger
      throw error
    }
  }

  verifyIntent(request: FastifyRequest, via: Identity['via']): void {
    if (via === 'session') this.csrf.verify(request)
    else this.csrf.verifyOrigin(request)
  }

  isFromPortal(request: FastifyRequest): boolean {
    return this.csrf.isValid(request)
  }

  /** @returns undefined for what says nothing here */
  private async byHeader(authorization: string, address: string): Promise<Subject | undefined> {
    if (/^basic\b/i.test(authorization)) return this.signIn(authorization, address)
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1]
    if (token === undefined) return undefined
    const account = await this.failures.watch({ who: 'ID token', login: '', address }, () =>
      this.idTokens.signIn(token),
    )
    return account && userOf(account)
  }

  private async signIn(authorization: string, address: string): Promise<Subject> {
    const credentials = parseBasic(authorization)
    if (!credentials) throw new UserError('WRONG_CREDENTIALS')
    const { login, password } = credentials
    const subject = await this.credentialLogin.signIn(login, password, address)
    if (subject) return subject
    let byCliSecret: Subject | undefined
    const account = await this.passwordLogin.signIn(login, password, address, async ({ id }) => {
      byCliSecret = await this.credentialLogin.byChosenSecret(id, password, address)
      return byCliSecret !== undefined
    })
    if (byCliSecret) return byCliSecret
    // A password alone is half of what the account asks for, and there is nowhere to say the other half.
    if (!account.second_factor) return userOf(account)
    return this.failures.watch({ who: accountKey(account.id), login, address }, () =>
      Promise.reject(new UserError('TOKEN_NEEDED')),
    )
  }
}
