import { expect, it } from 'vitest'
import { networkOf } from './network-of.js'

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['fd00:5ec::1', 'fd00:5ec:0:0::/64'],
  ['FD00:05EC:0000::abcd:0:2', 'fd00:5ec:0:0::/64'],
  ['fd00:5ec:0:1::1', 'fd00:5ec:0:1::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['1::', '1:0:0:0::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('%s is counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
