import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What an operator lets pass: host names, addresses and networks. */
export class AllowList {
  readonly #hosts = new Set<string>()
  readonly #networks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []

  /** @param entries for example `hooks.internal`, `127.0.0.1`, `[::1]` as in an URL, `fd00::/8`. @throws {RangeError} naming a network that is none */
  constructor(entries: readonly string[]) {
    for (const given of entries) {
      const entry = given.replace(/^\[(.*)\]$/, '$1')
      if (entry.includes('/')) this.#networks.push(parseNetwork(entry))
      else if (isIP(entry) === 0) this.#hosts.add(entry.toLowerCase())
      else this.#networks.push(parseNetwork(`${entry}/${isIP(entry) === 4 ? 32 : 128}`))
    }
  }

  /** @param host as the address of the request names it */
  hasHost(host: string): boolean {
    return this.#hosts.has(host.toLowerCase())
  }

  hasAddress(text: string): boolean {
    const address = ipaddr.process(text)
    return this.#networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
  }
}

function parseNetwork(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    return ipaddr.parseCIDR(entry)
  } catch (cause) {
    throw new RangeError(`${entry} is neither a host nor a network`, { cause })
  }
}
