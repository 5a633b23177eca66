import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { UserError } from '@berth/contracts'
import { requestHosts } from '../../edge/external-url.js'

/** What a request says of where it comes from. */
interface OriginRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * The token that belongs to a CSRF cookie and a session: without the session's id nobody can make it, not even
 * someone who plants a cookie of their own.
 */
export function csrfToken(key: KeyObject, cookie: string, sessionId: string): string {
  return createHmac('sha256', key).update(`${cookie}\0${sessionId}`).digest('base64')
}

export function sameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * For changes that carry no session: a browser must not send them from a foreign page, with credentials it remembers
 * (Basic) or to sign its user in to someone else's account. Programs send neither header.
 *
 * @param fixedUrl the address that clients use where a proxy in front changes it
 * @throws {UserError} CSRF_REFUSED
 */
export function requireSafeOrigin(request: OriginRequest, fixedUrl: string | undefined): void {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const { origin } = request.headers
  if (site === undefined && (origin === undefined || isOwn(origin, request, fixedUrl))) return
  throw new UserError('CSRF_REFUSED')
}

function isOwn(origin: string | readonly string[], request: OriginRequest, fixedUrl: string | undefined): boolean {
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  const fixedHosts = fixedUrl === undefined ? [] : [new URL(fixedUrl).host]
  return [...fixedHosts, ...requestHosts(request.headers)].includes(new URL(origin).host)
}
