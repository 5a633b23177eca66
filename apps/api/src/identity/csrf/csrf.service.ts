import { type KeyObject, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { deriveKey } from '@berth/secrets'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { externalUrl } from '../../edge/external-url.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { csrfToken, requireSafeOrigin, sameToken } from './csrf.js'
import { SESSION_COOKIE } from '../sessions/session-cookie.js'

const CSRF_COOKIE = '_gorilla_csrf'
const CSRF_HEADER = 'x-harbor-csrf-token'

/** Harbor's names: scripts that use its portal API send this cookie and header back. */
@Injectable()
export class Csrf {
  private readonly key: KeyObject

  constructor(@Inject(SETTINGS) private readonly settings: ApiSettings) {
    this.key = deriveKey(settings.secretKey, 'csrf')
  }

  /** Puts the token on a response, and the cookie where the client has none. */
  issue(request: FastifyRequest, reply: FastifyReply): void {
    let cookie = request.cookies[CSRF_COOKIE]
    if (!cookie) {
      cookie = randomBytes(24).toString('base64url')
      void reply.setCookie(CSRF_COOKIE, cookie, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: externalUrl(this.settings.externalUrl, request.headers).startsWith('https:'),
      })
    }
    const sessionId = request.newSessionId ?? request.cookies[SESSION_COOKIE] ?? ''
    void reply.header('X-Harbor-CSRF-Token', csrfToken(this.key, cookie, sessionId))
  }

  isValid(request: FastifyRequest): boolean {
    const given = request.headers[CSRF_HEADER]
    const cookie = request.cookies[CSRF_COOKIE]
    if (typeof given !== 'string' || !cookie) return false
    return sameToken(given, csrfToken(this.key, cookie, request.cookies[SESSION_COOKIE] ?? ''))
  }

  /** For a request without a session. @throws {UserError} CSRF_REFUSED */
  verifyOrigin(request: FastifyRequest): void {
    requireSafeOrigin(request, this.settings.externalUrl)
  }

  /** @throws {UserError} CSRF_REFUSED */
  verify(request: FastifyRequest): void {
    if (!this.isValid(request)) throw new UserError('CSRF_REFUSED')
  }
}
