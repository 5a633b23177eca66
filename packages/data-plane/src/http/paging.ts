import { DistributionError } from '@berth/oci'
import type { Exchange } from './exchange.js'

export interface RequestedPage {
  readonly limit: number
  readonly last: string | undefined
}

/**
 * `n` and `last` of a listing. Without `n`, or above it, `max` entries make a page: the answer then links to the next.
 * @throws {DistributionError} PAGINATION_NUMBER_INVALID
 */
export function parsePage({ query }: Exchange, max: number): RequestedPage {
  const n = query.get('n')
  if (n !== null && !/^\d{1,9}$/.test(n)) {
    throw new DistributionError('PAGINATION_NUMBER_INVALID', 'n must be a number of entries, 0 or more')
  }
  return { limit: n === null ? max : Math.min(Number(n), max), last: query.get('last') ?? undefined }
}

/** Parameters of a listing. A client may send others; repeated, they could make a header larger than the proxy reads. */
const PARAMETERS = ['n', 'last', 'artifactType']

/** Links to the page after `last`, under the same filter; without a `limit` the `n` of the request stays. */
export function linkNext({ query, request, reply }: Exchange, limit: number | undefined, last: string): void {
  const next = new URLSearchParams([...query].filter(([name]) => PARAMETERS.includes(name)))
  if (limit !== undefined) next.set('n', String(limit))
  next.set('last', last)
  const [path] = request.url.split('?')
  reply.header('link', `<${path}?${next.toString()}>; rel="next"`)
}

/** A page of names, of which one more was asked for than it has room for: that tells whether there is a next one. */
export function pageOf<Name extends string>(exchange: Exchange, limit: number, found: readonly Name[]) {
  const names = found.slice(0, limit)
  const end = names.at(-1)
  const hasNext = found.length > limit && end !== undefined
  return { names, ...(hasNext && { link: () => linkNext(exchange, limit, end) }) }
}
