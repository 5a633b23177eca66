import { Injectable } from '@nestjs/common'
import { TransientError, UserError } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'
import { anonymous, type Caller } from '../access/caller.js'
import type { Account } from './account-finder.js'
import { parseBasic } from './basic.js'
import { PasswordLogin } from './password-login.js'
import { SESSION_COOKIE } from './sessions/session-cookie.js'
import { Sessions } from './sessions/sessions.js'

const callerOf = ({ id, username, sysadmin }: Account, via: Caller['via']): Caller => ({
  user: { id, username, sysadmin },
  via,
})

@Injectable()
export class Authenticator {
  constructor(
    private readonly passwordLogin: PasswordLogin,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Who makes the request: Basic credentials come before a session.
   *
   * @param anyone the route is open: then a session that cannot be looked up is as good as none
   * @throws {UserError} WRONG_CREDENTIALS when Basic credentials are given and not right
   * @throws {TransientError} SESSIONS_UNAVAILABLE
   */
  async identify(request: FastifyRequest, anyone: boolean): Promise<Caller> {
    const { authorization } = request.headers
    if (authorization !== undefined && /^basic\b/i.test(authorization)) {
      const credentials = parseBasic(authorization)
      if (!credentials) throw new UserError('WRONG_CREDENTIALS')
      return callerOf(await this.passwordLogin.signIn(credentials.login, credentials.password, request.ip), 'basic')
    }
    const sessionId = request.cookies[SESSION_COOKIE]
    if (!sessionId) return anonymous
    try {
      const account = await this.sessions.find(sessionId)
      return account ? callerOf(account, 'session') : anonymous
    } catch (error) {
      if (anyone && error instanceof TransientError) return anonymous
      throw error
    }
  }
}
