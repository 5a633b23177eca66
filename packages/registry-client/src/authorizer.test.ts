import type { Outbound } from '@berth/outbound'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Authorizer } from './authorizer.js'

let life: number | undefined
const token = (scope: string) => scope.padEnd(8_000, '.')
const outbound = {
  request: (url: URL) =>
    Promise.resolve({
      status: 200,
      json: () => Promise.resolve({ token: token(url.searchParams.get('scope') ?? ''), expires_in: life }),
    }),
} as unknown as Outbound

const authorizer = () => new Authorizer(new URL('https://registry.example'), outbound, async () => undefined)
const challenge = 'Bearer realm="https://registry.example/token"'

beforeEach(() => {
  life = 300
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('keeps tokens up to a number of bytes, those that were used last', async () => {
  const known = authorizer()
  const scopes = Array.from({ length: 500 }, (_, place) => `repository:a/b${place}:pull`)
  for (const scope of scopes) await known.answer(scope, challenge, undefined)
  const kept = scopes.filter((scope) => known.header(scope) !== undefined)
  expect(kept.length * 8_000).toBeLessThanOrEqual(1024 * 1024)
  expect(kept.length).toBeGreaterThan(100)
  expect(kept.at(-1)).toBe(scopes.at(-1))
})

it.each([
  [300, 289, 291],
  [undefined, 49, 51],
  [1e300, 86_399, 86_401],
  [-5, 0, 2],
])('uses a token of %s s no longer than that', async (seconds, before, after) => {
  life = seconds
  const known = authorizer()
  await known.answer('s', challenge, undefined)
  vi.advanceTimersByTime(before * 1000)
  expect(known.header('s')).toBe(`Bearer ${token('s')}`)
  vi.advanceTimersByTime((after - before) * 1000)
  expect(known.header('s')).toBeUndefined()
})
