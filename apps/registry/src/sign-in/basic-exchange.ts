import { createHmac, randomBytes } from 'node:crypto'
import type { Authenticator, Client, Identity } from '@berth/data-plane'
import { DistributionError } from '@berth/oci'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'

const MAX_REMEMBERED = 2_000
/** Of a password that was right. Within it the same client is not asked for again, unless it says another one meanwhile. */
const LIFE_MILLISECONDS = 10_000
/** Comparing a password takes long where many do so. */
const PATIENCE_MILLISECONDS = 15_000

const answer = z.object({ token: z.string() })

export interface TokenService {
  /** Of the api, without a path. */
  readonly url: string
  readonly service: string
}

interface Remembered {
  readonly credentials: string
  readonly identity: Identity
}

/**
 * Takes Basic credentials beside tokens: the token service says whose they are, for it knows passwords and robots and counts failures. What
 * they may do is what their owner holds: there is no list of scopes.
 */
export class BasicExchange implements Authenticator {
  readonly #key = randomBytes(32)
  /** By user name and address, so that a wrong guess from there ends what a right one began: the next one is counted. */
  readonly #known = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED, ttl: LIFE_MILLISECONDS })

  constructor(
    private readonly tokens: Authenticator,
    private readonly service: TokenService,
  ) {}

  async identify(authorization: string | undefined, client: Client): Promise<Identity | undefined> {
    const [, encoded] = /^basic +([A-Za-z0-9+/_=-]{1,2048}) *$/i.exec(authorization ?? '') ?? []
    if (encoded === undefined) return this.tokens.identify(authorization, client)
    const [login = ''] = Buffer.from(encoded, 'base64').toString().split(':')
    const [who, credentials] = [this.#hash(`${client.address ?? ''} ${login}`), this.#hash(encoded)]
    const known = this.#known.get(who)
    if (known?.credentials === credentials) return known.identity
    this.#known.delete(who)
    const identity = await this.#ask(`Basic ${encoded}`, client)
    if (identity) this.#known.set(who, { credentials, identity })
    return identity
  }

  challenge(...challenge: Parameters<Authenticator['challenge']>): string {
    return this.tokens.challenge(...challenge)
  }

  /** @throws {DistributionError} TOOMANYREQUESTS, UNAVAILABLE */
  async #ask(authorization: string, client: Client): Promise<Identity | undefined> {
    const { url, service } = this.service
    const headers = { authorization, ...(client.address !== undefined && { 'x-forwarded-for': client.address }) }
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
    let status: number
    let token: string | undefined
    try {
      const response = await fetch(`${url}/service/token?service=${encodeURIComponent(service)}`, { headers, signal })
      const text = await response.text()
      status = response.status
      if (status === 200) token = answer.parse(JSON.parse(text)).token
    } catch (cause) {
      throw new DistributionError('UNAVAILABLE', 'nobody can be signed in right now, try again', { cause })
    }
    if (status === 401) return undefined
    if (status === 429) throw new DistributionError('TOOMANYREQUESTS', 'too many wrong passwords, wait a while')
    if (token === undefined) throw new DistributionError('UNAVAILABLE', 'nobody can be signed in right now, try again')
    const bearer = await this.tokens.identify(`Bearer ${token}`, client)
    // A token without scopes says who it is, and that is all that is kept of it.
    return bearer && { ...bearer, may: () => true, mentions: () => true, listsOwn: true }
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64')
  }
}
