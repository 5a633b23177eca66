import type { KeyObject } from 'node:crypto'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { BerthError, type ErrorReason, errorTable, UserError } from '@berth/contracts'
import { deriveKey } from '@berth/secrets'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { OidcCookies } from './oidc-cookies.js'
import { openJson, sealJson } from './sealed-json.js'

/** The portal's page about it. */
const FAILED = '/sign-in-failed'
const COOKIE = 'oidc-failure'
const LIFE_SECONDS = 600

const stored = z.object({
  reason: z.custom<ErrorReason>((reason) => typeof reason === 'string' && Object.hasOwn(errorTable, reason)),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** One that was thrown before. */
class KeptError extends BerthError {}

/**
 * Why a sign-in failed, for the page that the browser is sent to: sealed in a cookie, so that nobody puts words of their own on that page
 * by a link.
 */
@Injectable()
export class Failures {
  private readonly logger = new Logger('OidcSignIn')
  private readonly key: KeyObject

  constructor(
    private readonly cookies: OidcCookies,
    @Inject(SETTINGS) { secretKey }: Pick<ApiSettings, 'secretKey'>,
  ) {
    this.key = deriveKey(secretKey, 'oidc failure')
  }

  /** Sends the browser on, or to the page that says what went wrong. */
  async lead(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    try {
      void reply.redirect(await work(), 302)
    } catch (error) {
      if (!(error instanceof BerthError)) throw error
      this.logger.warn(`Signing in by the OpenID provider failed (${error.reason}): ${error.message}`)
      const { reason, parameters } = error
      const value = sealJson(this.key, { reason, parameters }, COOKIE)
      this.cookies.set(request, reply, COOKIE, value, LIFE_SECONDS)
      void reply.redirect(FAILED, 302)
    }
  }

  /** @throws {BerthError} the one that was kept; OIDC_ATTEMPT_UNKNOWN where none is */
  rethrow({ cookies }: FastifyRequest): never {
    const failure = openJson(this.key, cookies[COOKIE] ?? '', COOKIE, stored)
    if (!failure) throw new UserError('OIDC_ATTEMPT_UNKNOWN')
    throw new KeptError(failure.reason, failure.parameters)
  }
}
