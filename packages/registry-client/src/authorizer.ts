import type { Outbound } from '@berth/outbound'
import { z } from 'zod'
import { parseChallenge } from './challenge.js'
import { basic, type Credentials } from './credentials.js'
import { RegistryError } from './registry-error.js'

/** Seconds that a token lives where its service does not say so; and how long before its end it is used no more. */
const DEFAULT_LIFE = 60
const MARGIN = 10

const tokenAnswer = z
  .object({ token: z.string().optional(), access_token: z.string().optional(), expires_in: z.number().optional() })
  .transform((answer) => ({
    token: answer.token ?? answer.access_token ?? '',
    life: answer.expires_in ?? DEFAULT_LIFE,
  }))

interface Known {
  readonly header: string
  readonly until: number
}

/** How requests to one registry prove who sends them. */
export class Authorizer {
  readonly #known = new Map<string, Known>()

  constructor(
    private readonly registry: URL,
    private readonly outbound: Outbound,
    private readonly credentials: Credentials | undefined,
  ) {}

  /** Value of `Authorization` for a scope, as far as one is known. */
  header(scope: string): string | undefined {
    const known = this.#known.get(scope)
    if (known && known.until > Date.now()) return known.header
    this.#known.delete(scope)
    return undefined
  }

  forget(scope: string): void {
    this.#known.delete(scope)
  }

  /** Does what a challenge asks for. @returns false where there is nothing to be done */
  async answer(scope: string, header: string | undefined, signal: AbortSignal | undefined): Promise<boolean> {
    const challenge = parseChallenge(header)
    if (challenge?.scheme === 'bearer') {
      this.#known.set(scope, await this.#fetchToken(scope, challenge.parameters, signal))
      return true
    }
    if (challenge?.scheme !== 'basic' || !this.credentials) return false
    this.#known.set(scope, { header: basic(this.credentials), until: Infinity })
    return true
  }

  async #fetchToken(
    wanted: string,
    { realm = '', service, scope = wanted }: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<Known> {
    const url = URL.parse(realm, this.registry.href)
    if (!url) throw new RegistryError(401, 'UNAUTHORIZED', `${this.registry.host} names no token service: ${realm}`)
    if (this.credentials && this.registry.protocol === 'https:' && url.protocol !== 'https:')
      throw new RegistryError(
        401,
        'UNAUTHORIZED',
        `${this.registry.host} wants the password sent in plain text to ${url.host}`,
      )
    if (service !== undefined) url.searchParams.set('service', service)
    for (const one of scope.split(' ')) if (one !== '') url.searchParams.append('scope', one)
    const headers = this.credentials ? { authorization: basic(this.credentials) } : {}
    const response = await this.outbound.request(url, { headers, ...(signal && { signal }) })
    if (response.status !== 200) throw await RegistryError.of(response)
    const { token, life } = tokenAnswer.parse(await response.json())
    return { header: `Bearer ${token}`, until: Date.now() + Math.max(1, life - MARGIN) * 1000 }
  }
}
