import type { FastifyReply, FastifyRequest } from 'fastify'
import { externalUrl } from '../../edge/external-url.js'

export const SESSION_COOKIE = 'sid'

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the session that this request began; empty when it ended one. */
    newSessionId?: string
  }
}

/** Hands the session to the browser, or takes it away (empty id). */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string,
  fixedUrl: string | undefined,
): void {
  request.newSessionId = sessionId
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: externalUrl(fixedUrl, request.headers).startsWith('https:'),
  } as const
  void (sessionId === ''
    ? reply.clearCookie(SESSION_COOKIE, options)
    : reply.setCookie(SESSION_COOKIE, sessionId, options))
}
