import { DistributionError } from '@berth/oci'
import type { Endpoint } from './endpoint.js'
import type { Method } from './operation.js'

export interface RouteMatch {
  readonly endpoint: Endpoint
  readonly groups: Readonly<Record<string, string | undefined>>
}

/**
 * The first endpoint of the table that a request fits.
 *
 * @param path decoded
 * @throws {DistributionError} NOT_FOUND, or UNSUPPORTED where the path is known and the method is not
 */
export function matchRoute(table: readonly Endpoint[], method: string, path: string): RouteMatch {
  let isKnownPath = false
  for (const endpoint of table) {
    const match = endpoint.pattern.exec(path)
    if (!match) continue
    isKnownPath = true
    const methods: readonly string[] = endpoint.methods
    if (methods.includes(method)) return { endpoint, groups: match.groups ?? {} }
  }
  throw new DistributionError(isKnownPath ? 'UNSUPPORTED' : 'NOT_FOUND')
}

/** What may be done at a path, by the endpoints of the table that it fits. Empty for one that leads nowhere. */
export function methodsOf(table: readonly Endpoint[], path: string): { method: Method; endpoint: Endpoint }[] {
  return table
    .filter(({ pattern }) => pattern.test(path))
    .flatMap((endpoint) => endpoint.methods.map((method) => ({ method, endpoint })))
}
