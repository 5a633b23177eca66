import { randomUUID } from 'node:crypto'

/** What a client or proxy in front may choose; anything else could break a log line or a header. */
const ACCEPTED = /^[\w.:=/+-]{1,128}$/

/** The id of a request: the given `X-Request-Id` when it is sane, otherwise a new UUID. */
export function requestId(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && ACCEPTED.test(header) ? header : randomUUID()
}
