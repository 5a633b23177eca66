import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

const inside = new Set(['loopback', 'linkLocal', 'unspecified', 'multicast', 'broadcast'])

/** Metadata services that are not found at a link-local address. */
const metadata = ['100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254']

/** Networks of IPv6 whose addresses end with one of IPv4: translated (NAT64), or compatible as it was once called. */
const endingInIPv4 = ['64:ff9b::/96', '64:ff9b:1::/48', '::ffff:0:0:0/96', '::/96'].map((one) =>
  ipaddr.IPv6.parseCIDR(one),
)
const sixToFour = ipaddr.IPv6.parseCIDR('2002::/16')

/** The address of IPv4 that one of IPv6 leads to. */
function inner(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const bytes = address.toByteArray()
  if (address.match(sixToFour)) return new ipaddr.IPv4(bytes.slice(2, 6))
  return endingInIPv4.some((network) => address.match(network)) ? new ipaddr.IPv4(bytes.slice(12)) : undefined
}

function isInside(address: Address): boolean {
  return inside.has(address.range()) || metadata.includes(address.toString())
}

/** Whether nothing is to be sent to an address, unless an operator allows it. @param text an IP address */
export function isRefused(text: string): boolean {
  const address = ipaddr.parse(text)
  if (isInside(address)) return true
  const within = address instanceof ipaddr.IPv6 ? inner(address) : undefined
  return within !== undefined && isInside(within)
}
