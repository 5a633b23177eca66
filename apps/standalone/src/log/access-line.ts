export interface AnsweredRequest {
  readonly address: string
  readonly user: string | undefined
  readonly at: Date
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly status: number
  /** Bytes of the body. */
  readonly size: number
  readonly referer: string | undefined
  readonly userAgent: string | undefined
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')

const stamp = (at: Date): string =>
  `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:` +
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`

/** Control characters and quotes escaped, so that a client cannot forge a line. */
const quoted = (text: string): string => JSON.stringify(text.replaceAll(/[^\x20-\x7e]/g, encodeURIComponentSafe))

function encodeURIComponentSafe(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}

/** A line of the Apache combined log, as Distribution writes it. */
export function accessLine(request: AnsweredRequest): string {
  const { address, user, at, method, url, httpVersion, status, size, referer, userAgent } = request
  const what = quoted(`${method} ${url} HTTP/${httpVersion}`)
  const who = user === undefined || !/^[\x21-\x7e]+$/.test(user) ? '-' : user
  return `${address} - ${who} [${stamp(at)}] ${what} ${status} ${size} ${quoted(referer ?? '')} ${quoted(userAgent ?? '')}\n`
}
