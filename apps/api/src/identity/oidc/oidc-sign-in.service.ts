import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Attempts } from './attempts.js'
import { Failures } from './failures.js'
import { OidcAccounts } from './oidc-accounts.js'
import { OidcExchange } from './oidc-exchange.js'
import { Onboarding } from './onboarding.js'
import { portalPath } from './portal-path.js'
import { ProviderSessions } from './provider-sessions.js'

/** The portal's page where a newcomer chooses a name: Harbor's. */
const ONBOARD = '/oidc-onboard'

/** Leads a browser through signing in by the provider. Wherever it ends, it is a page of the portal. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly exchange: OidcExchange,
    private readonly attempts: Attempts,
    private readonly accounts: OidcAccounts,
    private readonly onboarding: Onboarding,
    private readonly sessions: ProviderSessions,
    private readonly failures: Failures,
  ) {}

  /** @param target where the browser wants to be in the end */
  begin(target: string | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    return this.failures.lead(request, reply, async () => {
      const attempt = this.attempts.begin(request, reply, portalPath(target))
      return this.exchange.authorizationUrl(attempt, request)
    })
  }

  /** The provider has sent the browser back. */
  finish(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    return this.failures.lead(request, reply, async () => {
      const attempt = this.attempts.take(request, reply)
      if (!attempt) throw new UserError('OIDC_ATTEMPT_UNKNOWN')
      const exchanged = await this.exchange.exchange(attempt, request)
      const found = await this.accounts.find(exchanged, request)
      const { target } = attempt
      if ('account' in found) {
        await this.sessions.enter(found.account, exchanged.endSession, request, reply)
        return target
      }
      const { newcomer } = found
      await this.onboarding.begin(request, reply, { ...newcomer, target })
      return `${ONBOARD}?${String(new URLSearchParams({ username: newcomer.name, redirect_url: target }))}`
    })
  }

  /** A newcomer has chosen a name. @throws {UserError} OIDC_ONBOARDING_OVER, BAD_USERNAME, OIDC_ACCOUNT_IN_THE_WAY */
  async onboard(username: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const newcomer = await this.onboarding.find(request)
    const account = await this.accounts.make(newcomer, username, request)
    await this.sessions.enter(account, newcomer.endSession, request, reply)
    await this.onboarding.end(request, reply)
  }

  /** Ends the session here, then the provider's where the settings say so. */
  logout(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    return this.failures.lead(request, reply, () => this.sessions.leave(request, reply))
  }

  tellFailure(request: FastifyRequest): never {
    return this.failures.rethrow(request)
  }
}
