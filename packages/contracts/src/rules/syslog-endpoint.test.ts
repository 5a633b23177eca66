import { expect, it } from 'vitest'
import { parseSyslogEndpoint } from './syslog-endpoint.js'

it.each([
  ['logs.example.org:514', { transport: 'tcp', host: 'logs.example.org', port: 514 }],
  ['udp://10.0.0.1:1514', { transport: 'udp', host: '10.0.0.1', port: 1514 }],
  ['TLS://[fd00::1]:6514', { transport: 'tls', host: 'fd00::1', port: 6514 }],
])('%s is a syslog server', (text, endpoint) => {
  expect(parseSyslogEndpoint(text)).toEqual(endpoint)
})

it.each([
  '',
  'logs',
  'logs:',
  'logs:0',
  'logs:65536',
  'http://logs:80',
  'a b:514',
  'logs:514/x',
  '[::1]',
  '-a:1',
  'a\n:514',
])('%j is none', (text) => {
  expect(parseSyslogEndpoint(text)).toBeUndefined()
})
