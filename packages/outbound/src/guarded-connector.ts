import { buildConnector } from 'undici'
import type { AddressGuard } from './address-guard.js'

/** Connects to no address that the guard refuses. */
export function guardedConnector(guard: AddressGuard, options: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector({ ...options, lookup: guard.lookup })
  return (target, done) => {
    try {
      guard.requirePassing(target.hostname.replace(/^\[|\]$/g, ''))
    } catch (refusal) {
      return done(refusal instanceof Error ? refusal : new Error(String(refusal)), null)
    }
    connect(target, done)
  }
}
