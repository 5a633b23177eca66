import { type KeyObject, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { deriveKey } from '@berth/secrets'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { OidcCookies } from './oidc-cookies.js'
import { openJson, sealJson } from './sealed-json.js'

/** `begun` in milliseconds since 1970. */
const storedAttempt = z.object({
  nonce: z.string(),
  verifier: z.string(),
  target: z.string(),
  begun: z.int(),
})

/** A sign-in that has begun, and for which the browser is at the provider. */
export type Attempt = z.output<typeof storedAttempt> & { readonly state: string }

const PREFIX = 'oidc-attempt-'
const LIFE_SECONDS = 600
/** Of one browser at the same time. The oldest is forgotten where there would be more. */
const MOST = 5

const secret = () => randomBytes(32).toString('base64url')

/**
 * Sign-ins under way. Each has a sealed cookie of its own, so that several tabs do not disturb each other, that nobody finishes in one
 * browser what began in another, and that nothing is kept here of those that are never finished.
 */
@Injectable()
export class Attempts {
  private readonly key: KeyObject

  constructor(
    private readonly cookies: OidcCookies,
    @Inject(SETTINGS) { secretKey }: Pick<ApiSettings, 'secretKey'>,
  ) {
    this.key = deriveKey(secretKey, 'oidc attempt')
  }

  /** @param target path of the portal to go to in the end */
  begin(request: FastifyRequest, reply: FastifyReply, target: string): Attempt {
    for (const { state } of this.of(request).slice(MOST - 1)) this.cookies.clear(request, reply, PREFIX + state)
    const attempt = { nonce: secret(), verifier: secret(), target, begun: Date.now() }
    const state = secret()
    this.cookies.set(request, reply, PREFIX + state, sealJson(this.key, attempt, state), LIFE_SECONDS)
    return { ...attempt, state }
  }

  /** Takes the one that the provider's answer belongs to: it is finished once, whatever comes of it. */
  take(request: FastifyRequest, reply: FastifyReply): Attempt | undefined {
    const state = URL.parse(request.url, 'http://berth')?.searchParams.get('state') ?? ''
    const attempt = this.of(request).find((one) => one.state === state)
    if (attempt) this.cookies.clear(request, reply, PREFIX + state)
    return attempt
  }

  /** The newest first. */
  private of({ cookies }: FastifyRequest): Attempt[] {
    return Object.entries(cookies)
      .flatMap(([name, value]) => {
        if (!name.startsWith(PREFIX) || value === undefined) return []
        const attempt = this.read(name.slice(PREFIX.length), value)
        return attempt ? [attempt] : []
      })
      .toSorted((one, other) => other.begun - one.begun)
  }

  private read(state: string, sealed: string): Attempt | undefined {
    const attempt = openJson(this.key, sealed, state, storedAttempt)
    return attempt && attempt.begun + LIFE_SECONDS * 1000 > Date.now() ? { ...attempt, state } : undefined
  }
}
