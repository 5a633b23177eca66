import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

const inside = new Set(['loopback', 'linkLocal', 'unspecified', 'multicast', 'broadcast'])

/** Metadata services that are not found at a link-local address. */
const metadata = ['100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254']

/** Reserved; translation of a network's own (NAT64), where only that network knows which bits are the address of IPv4; Teredo. */
const networks = ['240.0.0.0/4', '64:ff9b:1::/48', '2001::/32'].map((one) => ipaddr.parseCIDR(one))

/** Networks of IPv6 whose addresses end with one of IPv4: translated (NAT64), or compatible as it was once called. */
const endingInIPv4 = ['64:ff9b::/96', '::ffff:0:0:0/96', '::/96'].map((one) => ipaddr.IPv6.parseCIDR(one))
/** What stands before the address of IPv4 in the second half of one of ISATAP (RFC 5214), with or without the bit for a global one. */
const isatap = new Set(['00005efe', '02005efe'])
const sixToFour = ipaddr.IPv6.parseCIDR('2002::/16')

/** The address of IPv4 that one of IPv6 leads to. */
function inner(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const bytes = address.toByteArray()
  if (address.match(sixToFour)) return new ipaddr.IPv4(bytes.slice(2, 6))
  const endsWithOne =
    isatap.has(Buffer.from(bytes.slice(8, 12)).toString('hex')) ||
    endingInIPv4.some((network) => address.match(network))
  return endsWithOne ? new ipaddr.IPv4(bytes.slice(12)) : undefined
}

function isInside(address: Address): boolean {
  return (
    inside.has(address.range()) ||
    metadata.includes(address.toString()) ||
    networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
  )
}

/** Whether nothing is to be sent to an address, unless an operator allows it. @param text an IP address */
export function isRefused(text: string): boolean {
  const address = ipaddr.parse(text)
  if (isInside(address)) return true
  const within = address instanceof ipaddr.IPv6 ? inner(address) : undefined
  return within !== undefined && isInside(within)
}
