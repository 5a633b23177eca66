import { createHash, type KeyObject } from 'node:crypto'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { deriveKey, open, seal } from '@berth/secrets'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Redis } from 'ioredis'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { externalUrl } from '../../edge/external-url.js'
import { SettingStore } from '../../settings/setting-store.js'
import type { Account } from '../account-finder.js'
import { SESSION_COOKIE } from '../sessions/session-cookie.js'
import { LONGEST_SECONDS } from '../sessions/sessions.js'
import { SignInService } from '../sign-in/sign-in.service.js'

/** The portal's form, also where it leads from there to the provider at once: that would let the next person in. */
const SIGN_IN = '/sign-in?stay=true'

/**
 * Where the provider's session of a session here ends (OpenID Connect RP-Initiated Logout 1.0), with the ID token as a hint. Nothing depends
 * on it: where it is lost, signing out ends the session here alone.
 */
@Injectable()
export class ProviderSessions {
  private readonly logger = new Logger('ProviderSessions')
  private readonly key: KeyObject

  constructor(
    private readonly redis: Redis,
    private readonly signIn: SignInService,
    private readonly settingStore: SettingStore,
    @Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'secretKey' | 'externalUrl'>,
  ) {
    this.key = deriveKey(settings.secretKey, 'provider session')
  }

  /** Begins a session here. @param endSession where the provider's own ends, if it offers that */
  async enter(
    account: Account,
    endSession: string | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.signIn.enter(account, request, reply)
    if (endSession === undefined || !request.newSessionId) return
    const name = keyOf(request.newSessionId)
    await this.reach(() => this.redis.set(name, seal(this.key, endSession, name), 'EX', LONGEST_SECONDS))
  }

  /** Ends the session here. @returns where the browser goes then: to the provider, where the settings want its session ended, too */
  async leave(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    await this.signIn.logout(request, reply)
    const endSession = await this.take(request)
    if (endSession === undefined || !(await this.settingStore.value('oidc_logout'))) return SIGN_IN
    const url = new URL(endSession)
    const home = new URL('/', externalUrl(this.settings.externalUrl, request.headers))
    url.searchParams.set('post_logout_redirect_uri', home.href)
    return url.href
  }

  private async take({ cookies }: FastifyRequest): Promise<string | undefined> {
    const sessionId = cookies[SESSION_COOKIE]
    if (!sessionId) return undefined
    const name = keyOf(sessionId)
    const sealed = await this.reach(() => this.redis.getdel(name))
    return sealed ? open(this.key, sealed, name) : undefined
  }

  private async reach<Result>(command: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await command()
    } catch (error) {
      this.logger.warn(`The provider's session cannot be looked up: ${String(error)}`)
      return undefined
    }
  }
}

const keyOf = (sessionId: string) => `oidc-session:${createHash('sha256').update(sessionId).digest('base64url')}`
