import type { FastifyReply, FastifyRequest } from 'fastify'
import { externalUrl } from '../../edge/external-url.js'

export const SESSION_COOKIE = 'sid'
/** Over TLS: browsers take this name only from the very host, over TLS, so that no neighbour below its domain can plant a session. */
const GUARDED = `__Host-${SESSION_COOKIE}`

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the session that this request began; empty when it ended one. */
    newSessionId?: string
  }
}

const isSecure = ({ headers }: FastifyRequest, fixedUrl: string | undefined) =>
  externalUrl(fixedUrl, headers).startsWith('https:')

/** Over TLS has the session be that of the guarded cookie, and of no other. */
export function readSessionCookie(request: FastifyRequest, fixedUrl: string | undefined): void {
  if (!isSecure(request, fixedUrl)) return
  const { [SESSION_COOKIE]: _, [GUARDED]: guarded, ...others } = request.cookies
  request.cookies = { ...others, ...(guarded !== undefined && { [SESSION_COOKIE]: guarded }) }
}

/** Hands the session to the browser, or takes it away (empty id). */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string,
  fixedUrl: string | undefined,
): void {
  request.newSessionId = sessionId
  const secure = isSecure(request, fixedUrl)
  const name = secure ? GUARDED : SESSION_COOKIE
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  void (sessionId === '' ? reply.clearCookie(name, options) : reply.setCookie(name, sessionId, options))
}
