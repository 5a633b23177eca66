import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { Browser } from '../../testing/browser.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

describe('sessions', () => {
  it('begin with the login form, and end with log_out', async () => {
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    const login = await browser.signIn('admin', ADMIN_PASSWORD)
    expect(login).toMatchObject({ status: 200, text: '' })
    expect(String(login.headers['set-cookie'])).toMatch(/sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    expect((await browser.call({ path: 'users/current' })).body).toMatchObject({ username: 'admin' })
    expect(await browser.call({ path: '/c/log_out' })).toMatchObject({ status: 200 })
    expect(await browser.call({ path: 'users/current' })).toMatchObject({ status: 401, reason: 'UNAUTHENTICATED' })
  })

  it('mark the cookies Secure where clients come over https', async () => {
    const login = await api.call({
      method: 'POST',
      path: '/c/login',
      form: { principal: 'admin', password: ADMIN_PASSWORD },
      headers: { 'x-forwarded-proto': 'https' },
    })
    for (const cookie of [login.headers['set-cookie']].flat()) expect(cookie).toContain('Secure')
  })

  it('change things only with the CSRF token of this very session', async () => {
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    const before = browser.token
    await browser.signIn('admin', ADMIN_PASSWORD)
    const create = (token: string) =>
      browser.call({
        method: 'POST',
        path: 'projects',
        body: { project_name: `csrf-${Math.random().toString(16).slice(2)}` },
        headers: { 'x-harbor-csrf-token': token },
      })
    expect(await create('')).toMatchObject({ status: 403, reason: 'CSRF_REFUSED' })
    expect(await create(before)).toMatchObject({ status: 403, reason: 'CSRF_REFUSED' })
    expect(await create(browser.token)).toMatchObject({ status: 201 })
  })

  it('end when their browser signs in again', async () => {
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    const first = (await browser.signIn('admin', ADMIN_PASSWORD)).cookies['sid']
    const second = (await browser.signIn('admin', ADMIN_PASSWORD)).cookies['sid']
    const status = async (sid: string | undefined) =>
      (await api.call({ path: 'users/current', headers: { cookie: `sid=${sid}` } })).status
    expect(await status(first)).toBe(401)
    expect(await status(second)).toBe(200)
  })

  it('last as long as the setting says, from each use anew', async () => {
    const configure = (minutes: number) =>
      api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { session_timeout: minutes } })
    const before = (await api.call({ path: 'configurations', as: 'admin' })).body.session_timeout.value
    expect(await configure(1)).toMatchObject({ status: 200 })
    const redis = new Redis({ ...api.redis.settings })
    await redis.flushall()
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    await browser.signIn('admin', ADMIN_PASSWORD)
    const [key = ''] = await redis.keys('session:*')
    const [begun] = [await redis.ttl(key), await redis.expire(key, 5)]
    await browser.call({ path: 'users/current' })
    const used = await redis.ttl(key)
    await redis.quit()
    await configure(before)
    for (const seconds of [begun, used]) {
      expect(seconds).toBeGreaterThan(50)
      expect(seconds).toBeLessThanOrEqual(60)
    }
  })

  it('end when the password changes', async () => {
    const id = await api.createUser('walter')
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    await browser.signIn('walter', USER_PASSWORD)
    await api.call({ method: 'PUT', path: `users/${id}/password`, as: 'admin', body: { new_password: 'Another1x' } })
    expect(await browser.call({ path: 'users/current' })).toMatchObject({ status: 401 })
  })

  it('are not ended by a link on a foreign page', async () => {
    const browser = new Browser(api)
    await browser.signIn('admin', ADMIN_PASSWORD)
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://evil.example' },
      { origin: 'null' },
    ])
      expect(await browser.call({ path: '/c/log_out', headers })).toMatchObject({ status: 403, reason: 'CSRF_REFUSED' })
    expect(await browser.call({ path: 'users/current' })).toMatchObject({ status: 200 })
    expect(await browser.call({ path: '/c/log_out', headers: { 'sec-fetch-site': 'same-origin' } })).toMatchObject({
      status: 200,
    })
  })

  it('are fifty of a user at most: the oldest ends, and those that were ended make room', async () => {
    await api.createUser('many')
    const [first, second] = [new Browser(api), new Browser(api)]
    const isIn = async (browser: Browser) => (await browser.call({ path: 'users/current' })).status === 200
    await first.signIn('many', USER_PASSWORD)
    await second.signIn('many', USER_PASSWORD)
    for (let round = 0; round < 60; round += 1) {
      const passing = new Browser(api)
      await passing.signIn('many', USER_PASSWORD)
      await passing.call({ path: '/c/log_out' })
    }
    expect(await isIn(first)).toBe(true)
    for (let round = 0; round < 49; round += 1) await new Browser(api).signIn('many', USER_PASSWORD)
    expect(await isIn(first)).toBe(false)
    expect(await isIn(second)).toBe(true)
  })

  it('end when their longest time is over, and live no longer than session_timeout without a request', async () => {
    const longestDays = 7
    const browser = new Browser(api)
    await browser.signIn('admin', ADMIN_PASSWORD)
    const redis = new Redis(api.redis.settings)
    const key = `session:${createHash('sha256')
      .update(browser.cookies['sid'] ?? '')
      .digest('base64url')}`
    const kept: object = JSON.parse((await redis.get(key)) ?? '')
    const isInAfter = async (days: number) => {
      await redis.set(key, JSON.stringify({ ...kept, begun: Date.now() - days * 24 * 3600 * 1000 }), 'EX', 9999)
      return (await browser.call({ path: 'users/current' })).status === 200
    }
    expect(await isInAfter(longestDays - 0.01)).toBe(true)
    expect(await redis.ttl(key)).toBeLessThanOrEqual(3600)
    expect(await isInAfter(longestDays + 0.01)).toBe(false)
    redis.disconnect()
  })

  it('are answered with 503 while Redis is away: Basic, tokens and open pages go on', async () => {
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    await browser.signIn('admin', ADMIN_PASSWORD)
    await api.redis.stop()
    try {
      const answer = await browser.call({ path: 'users/current' })
      expect(answer).toMatchObject({ status: 503, reason: 'SESSIONS_UNAVAILABLE' })
      expect(answer.headers['retry-after']).toBe('3')
      expect(await browser.signIn('admin', ADMIN_PASSWORD)).toMatchObject({ status: 503 })
      expect(await browser.call({ path: 'systeminfo' })).toMatchObject({ status: 200 })
      expect(await api.call({ path: 'users/current', as: 'admin' })).toMatchObject({ status: 200 })
      expect(await api.call({ path: '/service/token', as: 'admin' })).toMatchObject({ status: 200 })
      expect(await api.call({ path: '/healthz' })).toMatchObject({ status: 200 })
    } finally {
      await api.redis.start()
    }
    await expect.poll(() => browser.signIn('admin', ADMIN_PASSWORD), { timeout: 10_000 }).toMatchObject({ status: 200 })
  })
})
