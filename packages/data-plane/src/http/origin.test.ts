import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { originOf } from './origin.js'

const origin = (headers: Record<string, string>, externalUrl?: string) =>
  originOf({ protocol: 'http', headers: { host: 'inner:5000', ...headers } } as unknown as FastifyRequest, externalUrl)

it.each([
  [{}, 'http://inner:5000'],
  [{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.example' }, 'https://a.example'],
  [{ 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'a_b.example:8443, inner' }, 'https://a_b.example:8443'],
  [{ 'x-forwarded-proto': 'HTTPS , http' }, 'https://inner:5000'],
  [{ forwarded: 'proto=https;host=a.example' }, 'https://a.example'],
  [{ forwarded: 'for="[2001:db8::1]";Host="a.example:8443";Proto=HTTPS, host=b.example' }, 'https://a.example:8443'],
  [{ forwarded: 'host=a.example', 'x-forwarded-host': 'b.example' }, 'http://b.example'],
  [{ forwarded: 'host="evil\\",scope=\\"x";proto=ftp' }, 'http://inner:5000'],
  [{ 'x-forwarded-host': 'evil",scope="x' }, 'http://inner:5000'],
])('reads the address of the client from %j', (headers, expected) => {
  expect(origin(headers)).toBe(expected)
})

it('is what the configuration says, whatever comes', () => {
  expect(origin({ 'x-forwarded-host': 'a.example' }, 'https://r.example/')).toBe('https://r.example')
})
