import { expect, test } from 'vitest'
import { ownHostname } from './own-hostname.js'

test.each([
  ['its qualified name, when that leads here', 'reg.corp.example', ['10.0.0.5'], ['10.0.0.5'], 'reg.corp.example'],
  ['its address, when the name leads to loopback', 'reg.corp.example', ['127.0.1.1'], ['10.0.0.5'], '10.0.0.5'],
  ['its address, when the name has no dot', 'berth', ['10.0.0.5'], ['10.0.0.5'], '10.0.0.5'],
  ['an IPv6 address in brackets', 'berth', [], ['fd00::5'], '[fd00::5]'],
  ['loopback, when there is no network', 'berth', [], [], '127.0.0.1'],
])('auto is %s', (_, name, resolved, addresses, expected) => {
  expect(ownHostname({ name, resolved, addresses })).toBe(expected)
})
