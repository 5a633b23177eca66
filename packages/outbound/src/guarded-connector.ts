import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import type { AllowList } from './allow-list.js'
import { OutboundError } from './outbound-error.js'
import { isRefused } from './refused-addresses.js'

/** Connects to no address that is refused. It is looked at here, where the connection is made: what a name led to before says nothing. */
export function guardedConnector(allow: AllowList, options: buildConnector.BuildOptions): buildConnector.connector {
  const passes = (host: string, address: string) =>
    !isRefused(address) || allow.hasHost(host) || allow.hasAddress(address)
  const lookup: LookupFunction = (host, { all, ...options }, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const passing = found.filter(({ address }) => passes(host, address))
      const [first] = passing
      if (!first) return done(refusal(host, found), [])
      if (all) done(null, passing)
      else done(null, first.address, first.family)
    })
  }
  const connect = buildConnector({ ...options, lookup })
  return (target, done) => {
    // What is an address already is never looked up.
    const address = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(address) !== 0 && !passes(address, address)) done(refusal(address, [{ address, family: 0 }]), null)
    else connect(target, done)
  }
}

function refusal(host: string, found: readonly LookupAddress[]): OutboundError {
  const [first] = found
  const where = first === undefined || first.address === host ? host : `${host} (${first.address})`
  return new OutboundError('address-refused', `${where} is an address that nothing is sent to unless it is allowed`)
}
