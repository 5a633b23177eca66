import type { Outbound } from '@berth/outbound'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { parseChallenge } from './challenge.js'
import { basic, type Credentials, type CredentialSource } from './credentials.js'
import { readAnswer } from './read-answer.js'
import { RegistryError, SignInError } from './registry-error.js'

/** Seconds that a token lives where its service does not say so; and how long before its end it is used no more. */
const DEFAULT_LIFE = 60
const MARGIN = 10
const LONGEST_LIFE = 24 * 60 * 60
/** Bytes of what a token service answers, and of all tokens that are kept: a registry that is copied whole has a scope per repository. */
const MAX_ANSWER = 64 * 1024
const KEPT_BYTES = 1024 * 1024

const tokenAnswer = z
  .object({ token: z.string().optional(), access_token: z.string().optional(), expires_in: z.number().optional() })
  .transform((answer) => ({
    token: answer.token ?? answer.access_token ?? '',
    life: answer.expires_in ?? DEFAULT_LIFE,
  }))

/** How requests to one registry prove who sends them. */
export class Authorizer {
  /** Values of `Authorization` by scope. */
  readonly #known = new LRUCache<string, string>({
    maxSize: KEPT_BYTES,
    perf: Date,
    sizeCalculation: (header, scope) => header.length + scope.length + 1,
  })

  constructor(
    private readonly registry: URL,
    private readonly outbound: Pick<Outbound, 'request'>,
    private readonly credentials: CredentialSource,
  ) {}

  /** Value of `Authorization` for a scope, as far as one is known. */
  header(scope: string): string | undefined {
    return this.#known.get(scope)
  }

  forget(scope: string): void {
    this.#known.delete(scope)
  }

  /** Does what a challenge asks for. @returns false where there is nothing to be done */
  async answer(scope: string, header: string | undefined, signal: AbortSignal | undefined): Promise<boolean> {
    const challenge = parseChallenge(header)
    if (!challenge) return false
    const credentials = await this.credentials()
    if (challenge.scheme === 'bearer') {
      const { token, life } = await this.#fetchToken(scope, challenge.parameters, credentials, signal)
      const seconds = Math.min(LONGEST_LIFE, Math.max(1, Math.floor(life) - MARGIN))
      this.#known.set(scope, `Bearer ${token}`, { ttl: seconds * 1000 })
      return true
    }
    if (!credentials) return false
    this.#known.set(scope, basic(credentials))
    return true
  }

  async #fetchToken(
    wanted: string,
    { realm = '', service, scope = wanted }: Readonly<Record<string, string>>,
    credentials: Credentials | undefined,
    signal: AbortSignal | undefined,
  ): Promise<z.output<typeof tokenAnswer>> {
    const url = URL.parse(realm, this.registry.href)
    if (!url)
      throw new RegistryError(401, 'UNAUTHORIZED', `${this.registry.host} names no token service that can be asked`)
    if (credentials && this.registry.protocol === 'https:' && url.protocol !== 'https:')
      throw new RegistryError(
        401,
        'UNAUTHORIZED',
        `${this.registry.host} wants the password sent in plain text to ${url.host}`,
      )
    if (service !== undefined) url.searchParams.set('service', service)
    for (const one of scope.split(' ')) if (one !== '') url.searchParams.append('scope', one)
    const headers = credentials ? { authorization: basic(credentials) } : {}
    const response = await this.outbound.request(url, { headers, ...(signal && { signal }) })
    if (response.status !== 200) {
      const { status, code, message, retryAfter } = await RegistryError.of(response)
      const isRefusal = credentials !== undefined && status === 401
      throw new (isRefusal ? SignInError : RegistryError)(status, code, message, retryAfter)
    }
    return readAnswer(response, tokenAnswer, MAX_ANSWER)
  }
}
