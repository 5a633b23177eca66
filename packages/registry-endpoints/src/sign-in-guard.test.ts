import type { OutboundRequest, OutboundResponse } from '@berth/outbound'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { REST_SECONDS, SignInGuard } from './sign-in-guard.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const byPassword = { headers: { authorization: 'Basic x' } }
const byToken = { headers: { authorization: 'Bearer x' } }

function guardOf(status: number, headers: Readonly<Record<string, string>> = {}) {
  const sent: OutboundRequest[] = []
  const told: Date[] = []
  const request = async (_url: string | URL, one: OutboundRequest = {}) => {
    sent.push(one)
    return { status, header: (name: string) => headers[name] } as OutboundResponse
  }
  const guard = new SignInGuard({ request }, 0, (until) => told.push(until))
  const signIn = () => guard.request('https://r.example/token', byPassword).catch(() => undefined)
  return { guard, sent, told, signIn }
}

it.each([401, 403, 429])('after %s nobody signs in for a minute, however many want to', async (status) => {
  const { sent, told, signIn } = guardOf(status)
  for (let pull = 0; pull < 100; pull++) await signIn()
  expect(sent).toHaveLength(1)
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(REST_SECONDS * 1000 + 1)
  for (let pull = 0; pull < 100; pull++) await signIn()
  expect(sent).toHaveLength(2)
})

it.each(['https://r.example/token?scope=repository:a/b:pull', 'https://r.example/v2/a/b/manifests/v1'])(
  'goes on where one repository alone is closed to the account: %s',
  async (address) => {
    const { guard, sent, told } = guardOf(403)
    for (let pull = 0; pull < 3; pull++) await guard.request(address, byPassword)
    expect(sent).toHaveLength(3)
    expect(told).toEqual([])
  },
)

it.each([
  ['a time', () => new Date(Date.now() + 600_000).toUTCString(), 600],
  ['more than an hour', () => '1e9', 3600],
])('rests as long as the registry asks for, but not for ever: %s', async (_, asked, seconds) => {
  vi.setSystemTime(new Date('2026-11-27T12:00:00Z'))
  const { told, signIn } = guardOf(429, { 'retry-after': asked() })
  await signIn()
  expect(told[0]?.getTime()).toBe(Date.now() + seconds * 1000)
})

it('goes on without a password, and takes a token that has ended for no refusal', async () => {
  const { guard, sent, signIn } = guardOf(401)
  await guard.request('https://r.example/v2/', byToken)
  await guard.request('https://r.example/v2/')
  await signIn()
  await guard.request('https://r.example/v2/')
  expect(sent).toHaveLength(4)
  await expect(guard.request('https://r.example/v2/', byPassword)).rejects.toThrow(/refused the sign-in/)
})

it('rests where another process was refused', async () => {
  const { guard, sent, signIn } = guardOf(200)
  guard.restUntil(new Date(Date.now() + 1000))
  await signIn()
  expect(sent).toHaveLength(0)
  vi.advanceTimersByTime(1001)
  await signIn()
  expect(sent).toHaveLength(1)
})
