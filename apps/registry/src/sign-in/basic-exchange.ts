import { createHmac, randomBytes } from 'node:crypto'
import type { Authenticator, Client, Identity } from '@berth/data-plane'
import { DistributionError } from '@berth/oci'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { get } from './get.js'

const MAX_REMEMBERED = 2_000
/** Characters of credentials in base64: a password may be a token of 8,192 that a pipeline was given. */
const LONGEST = 12_288
const BASIC = new RegExp(`^basic +([A-Za-z0-9+/_=-]{1,${LONGEST}}) *$`, 'i')
/** Of a password that was right. Within it the same client is not asked for again, unless a wrong one comes from its address. */
const LIFE_MILLISECONDS = 10_000
/** Comparing a password takes long where many do so. */
const PATIENCE_MILLISECONDS = 15_000

const answer = z.object({ token: z.string() })
const refusal = z.object({ errors: z.tuple([z.object({ message: z.string() })]) })

export interface TokenService {
  /** Of the api, without a path. */
  readonly url: string
  /** Path of a Unix domain socket to ask over: what the client's address is, the api believes over that alone. */
  readonly socket?: string | undefined
  readonly service: string
}

interface Remembered {
  readonly address: string
  readonly identity: Identity
}

/**
 * Takes Basic credentials beside tokens: the token service says whose they are, for it knows passwords and robots and counts failures. What
 * they may do is what their owner holds: there is no list of scopes.
 *
 * What was right is remembered for a while, and that is where a guess would be compared without being counted. So a wrong one from an
 * address, for whatever name, ends all that is remembered of it, in every worker: whoever has used up a tally finds nothing here.
 */
export class BasicExchange implements Authenticator {
  readonly #key = randomBytes(32)
  /** By credentials and address. */
  readonly #known = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED, ttl: LIFE_MILLISECONDS })

  constructor(
    private readonly tokens: Authenticator,
    private readonly service: TokenService,
    /** Is told where a wrong password came from, so that others like this one {@link forget}. */
    private readonly tellWrong: (address: string) => void = () => undefined,
  ) {}

  async identify(authorization: string | undefined, client: Client): Promise<Identity | undefined> {
    const [, encoded] = BASIC.exec(authorization ?? '') ?? []
    if (encoded === undefined) return this.tokens.identify(authorization, client)
    const { address = '' } = client
    const who = this.#hash(`${address} ${encoded}`)
    const known = this.#known.get(who)
    if (known) return known.identity
    const identity = await this.#ask(`Basic ${encoded}`, client)
    if (identity) this.#known.set(who, { address, identity })
    else this.#isWrong(address)
    return identity
  }

  /** A wrong password has come from this address. */
  forget(address: string): void {
    for (const [who, known] of this.#known.entries()) if (known.address === address) this.#known.delete(who)
  }

  challenge(...challenge: Parameters<Authenticator['challenge']>): string {
    return this.tokens.challenge(...challenge)
  }

  /** @throws {DistributionError} UNAUTHORIZED in the token service's words, TOOMANYREQUESTS, UNAVAILABLE */
  async #ask(authorization: string, client: Client): Promise<Identity | undefined> {
    const { url, socket, service } = this.service
    const headers = { authorization, ...(client.address !== undefined && { 'x-forwarded-for': client.address }) }
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
    let status: number
    let token: string | undefined
    let reason: string | undefined
    let retryAfter: number | undefined
    try {
      const path = `${url}/service/token?service=${encodeURIComponent(service)}`
      const response = await get(path, { socket, headers, signal })
      status = response.status
      if (status === 200) token = answer.parse(JSON.parse(response.text)).token
      retryAfter = Number(response.retryAfter) || undefined
      if (status === 401) reason = refusal.safeParse(JSON.parse(response.text)).data?.errors[0].message
    } catch (cause) {
      throw new DistributionError('UNAVAILABLE', 'nobody can be signed in right now, try again', { cause })
    }
    if (status === 401 || status === 429) this.#isWrong(client.address ?? '')
    if (status === 401) throw new DistributionError('UNAUTHORIZED', reason)
    if (status === 429)
      throw new DistributionError('TOOMANYREQUESTS', 'too many wrong passwords, wait a while', { retryAfter })
    if (token === undefined) throw new DistributionError('UNAVAILABLE', 'nobody can be signed in right now, try again')
    const bearer = await this.tokens.identify(`Bearer ${token}`, client)
    // A token without scopes says who it is, and that is all that is kept of it.
    return bearer && { ...bearer, may: () => true, mentions: () => true, listsOwn: true, isGuessable: true }
  }

  #isWrong(address: string): void {
    this.forget(address)
    this.tellWrong(address)
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64')
  }
}
