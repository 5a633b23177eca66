import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { BY_OUTBOUND_ALLOW, Outbound } from '@berth/outbound'
import type { JWTVerifyGetKey } from 'jose'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { fetchOver } from '../oidc/provider-fetch.js'
import { isOfToken, keysAt } from '../oidc/signed-token.js'

const TIMEOUT_MS = 5000
const MAX_BYTES = 256 * 1024
const LIFE_MS = 10 * 60_000
/** So that not every pipeline waits anew for an issuer that is down. */
const FAILURE_LIFE_MS = 5000
const MOST = 100

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) })

/** Keys of the issuers that robots trust, remembered for some minutes. */
@Injectable()
export class IssuerKeys implements OnApplicationShutdown {
  private readonly logger = new Logger('IssuerKeys')
  private readonly outbound: Outbound
  private readonly known = new LRUCache<string, Promise<JWTVerifyGetKey>>({ max: MOST, ttl: LIFE_MS })

  constructor(@Inject(SETTINGS) { outboundAllow }: Pick<ApiSettings, 'outboundAllow'>) {
    this.outbound = new Outbound({
      allow: outboundAllow,
      allowed: BY_OUTBOUND_ALLOW,
      connectTimeout: TIMEOUT_MS,
      idleTimeout: TIMEOUT_MS,
    })
  }

  /** Finds the key of a token. @throws where the issuer does not answer as it should */
  of(issuer: string): Promise<JWTVerifyGetKey> {
    const known = this.known.get(issuer)
    if (known) return known
    const found = this.discover(issuer)
    this.known.set(issuer, found)
    found.catch((error: unknown) => this.remember(issuer, error))
    return found
  }

  async onApplicationShutdown(): Promise<void> {
    await this.outbound[Symbol.asyncDispose]()
  }

  /** That an issuer cannot be used. */
  private remember(issuer: string, error: unknown): void {
    this.logger.warn(`The keys of the issuer ${issuer} cannot be fetched: ${String(error)}`)
    const failed = Promise.reject(error)
    failed.catch(() => undefined)
    this.known.set(issuer, failed, { ttl: FAILURE_LIFE_MS })
  }

  private async discover(issuer: string): Promise<JWTVerifyGetKey> {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const answer = await this.outbound.request(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const found = discovery.parse(await answer.json(MAX_BYTES))
    if (found.issuer !== issuer) throw new Error(`${address} speaks for ${found.issuer.slice(0, 255)}`)
    const at = new URL(found.jwks_uri)
    if (issuer.startsWith('https:') && at.protocol !== 'https:') throw new Error(`${address} names keys without TLS`)
    const keys = keysAt(at, fetchOver(this.outbound))
    return async (header, token) => {
      try {
        return await keys(header, token)
      } catch (error) {
        // While known keys are good, one that is not among them is no reason to refuse the others.
        if (!isOfToken(error) && !keys.fresh) this.remember(issuer, error)
        throw error
      }
    }
  }
}
