import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { AllowList } from './allow-list.js'
import { OutboundError } from './outbound-error.js'
import { isRefused } from './refused-addresses.js'

/** How a list of an installation's own is told to whoever was refused. */
export const BY_OUTBOUND_ALLOW = 'outbound_allow in harbor.cfg names it and ./install.sh has applied that'

/**
 * Decides which addresses may be connected to. It looks at the address of the connection itself, because a name may lead elsewhere than
 * it did before. It is for those who do not connect by {@link Outbound}.
 */
export class AddressGuard {
  readonly #allow: AllowList

  /**
   * @param allow   host names, addresses and networks that are let pass
   * @param allowed what would have let an address pass, as the end of the refusal
   */
  constructor(
    allow: readonly string[],
    private readonly allowed = 'it is allowed',
  ) {
    this.#allow = new AllowList(allow)
  }

  /** Instead of the one of Node.js, where a connection is made to a name. */
  readonly lookup: LookupFunction = (host, { all, ...options }, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const passing = found.filter(({ address }) => this.#passes(host, address))
      const [first] = passing
      if (!first) return done(this.#refusal(host, found), [])
      if (all) done(null, passing)
      else done(null, first.address, first.family)
    })
  }

  /**
   * What is an address already is never looked up.
   * @param host a name or an address, without brackets
   * @throws {OutboundError} where it is an address that does not pass
   */
  requirePassing(host: string): void {
    if (isIP(host) !== 0 && !this.#passes(host, host)) throw this.#refusal(host, [{ address: host, family: 0 }])
  }

  #passes(host: string, address: string): boolean {
    return !isRefused(address) || this.#allow.hasHost(host) || this.#allow.hasAddress(address)
  }

  #refusal(host: string, found: readonly LookupAddress[]): OutboundError {
    const [first] = found
    const where = first === undefined || first.address === host ? host : `${host} (${first.address})`
    return new OutboundError('address-refused', `${where} is an address that nothing is sent to unless ${this.allowed}`)
  }
}
