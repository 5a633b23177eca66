import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

async function signIn(login: string, password: string, forwardedFor: string): Promise<number> {
  const headers = { 'x-forwarded-for': forwardedFor }
  return (await api.call({ path: 'users/current', as: `${login}:${password}`, headers })).status
}

/** Statuses of `times` calls, one after the other. */
async function inTurn(times: number, call: (turn: number) => Promise<number>): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (let turn = 0; turn < times; turn += 1) statuses.add(await call(turn))
  return statuses
}

describe('wrong passwords', () => {
  it('count for the address that the proxy saw, whatever the client says before it', async () => {
    await api.createUser('forward')
    const from = (turn: number) => `10.9.8.${turn}, 192.0.2.21`
    expect(await inTurn(10, (turn) => signIn('forward', 'wrong', from(turn)))).toEqual(new Set([401]))
    expect(await signIn('forward', USER_PASSWORD, from(99))).toBe(429)
    expect(await signIn('forward', USER_PASSWORD, '192.0.2.21, 192.0.2.22')).toBe(200)
  })

  it('are forgotten when the time is over that began with the first', async () => {
    const redis = new Redis({ ...api.redis.settings })
    const keys = async () => redis.keys('*throttle*')
    const before = new Set(await keys())
    expect(await signIn('nobody', 'wrong', '192.0.2.23')).toBe(401)
    const made = (await keys()).filter((key) => !before.has(key))
    expect(made.length).toBeGreaterThan(0)
    for (const key of made) await redis.expire(key, 20)
    expect(await signIn('nobody', 'wrong', '192.0.2.23')).toBe(401)
    for (const key of made) expect(await redis.ttl(key)).toBeLessThanOrEqual(20)
    await redis.quit()
  })
})

describe('visitors', () => {
  it('may try to sign up twenty times an hour from one address', async () => {
    const { headers, cookies } = await api.call({ path: 'systeminfo' })
    const portal = {
      cookie: Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
      'x-harbor-csrf-token': String(headers['x-harbor-csrf-token']),
    }
    const signUp = async (address: string) => {
      const body = { username: 'weak', email: 'weak@example.com', realname: 'Weak', password: 'weak' }
      const headers = { ...portal, 'x-forwarded-for': address }
      return (await api.call({ method: 'POST', path: 'users', body, headers })).status
    }
    expect(await inTurn(20, () => signUp('192.0.2.26'))).toEqual(new Set([400]))
    expect(await signUp('192.0.2.26')).toBe(429)
    expect(await signUp('192.0.2.27')).toBe(400)
  })

  it('may ask sixty times in ten minutes whether a name is taken, and administrators always', async () => {
    const ask = async (address: string, as?: string) => {
      const form = { target: 'username', value: 'admin' }
      const headers = { 'x-forwarded-for': address }
      return (await api.call({ method: 'POST', path: '/c/userExists', form, headers, ...(as && { as }) })).status
    }
    expect(await inTurn(60, () => ask('192.0.2.28'))).toEqual(new Set([200]))
    expect(await ask('192.0.2.28')).toBe(429)
    expect(await ask('192.0.2.28', 'admin')).toBe(200)
    expect(await ask('192.0.2.29')).toBe(200)
  })
})

// At the end: what is counted while the api comes back to Redis is counted in two places.
it('wrong passwords are counted by each process while Redis is away', async () => {
  await api.createUser('alone')
  await api.redis.stop()
  try {
    expect(await inTurn(10, () => signIn('alone', 'wrong', '192.0.2.24'))).toEqual(new Set([401]))
    expect(await signIn('alone', USER_PASSWORD, '192.0.2.24')).toBe(429)
    expect(await signIn('alone', USER_PASSWORD, '192.0.2.25')).toBe(200)
  } finally {
    await api.redis.start()
  }
})
