import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest, USER_PASSWORD } from '../testing/api.test.support.js'
import { Browser } from '../testing/browser.test.support.js'

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

describe('signing in', () => {
  it('says the same to a wrong password and to an unknown user, in the language asked for', async () => {
    await api.createUser('xaver')
    const login = (principal: string, language: string) =>
      api.call({
        method: 'POST',
        path: '/c/login',
        form: { principal, password: 'wrong' },
        headers: { 'accept-language': language },
      })
    const [wrong, unknown] = [await login('xaver', 'zh-CN,zh;q=0.9,en;q=0.8'), await login('nobody', 'zh-CN')]
    expect(wrong).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'UNAUTHORIZED', message: '用户名或密码错误。' }] },
    })
    expect(unknown.text).toBe(wrong.text)
    expect((await login('xaver', 'en')).body.errors[0].message).toBe('The user name or password is wrong.')
  })

  it('takes the name in any case, or the e-mail address', async () => {
    await api.createUser('yvonne')
    expect(await api.call({ path: 'users/current', as: `YVONNE:${USER_PASSWORD}` })).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'users/current', as: `yvonne@example.com:${USER_PASSWORD}` })).toMatchObject({
      status: 200,
    })
  })

  it('takes a name before an e-mail address, where two had the same before they could not', async () => {
    const [named, addressed] = ['of-two@example.com', 'of-two']
    const body = { username: 'of-one', email: 'own@example.com', realname: 'One', password: 'Other123' }
    expect(await api.call({ method: 'POST', path: 'users', as: 'admin', body })).toMatchObject({ status: 201 })
    await api.database.pool.query('alter table "user" disable trigger user_logins')
    await api.database.pool.query(`update "user" set username = $1 where username = 'of-one'`, [named])
    await api.database.pool.query('alter table "user" enable trigger user_logins')
    await api.createUser(addressed)
    const whoIs = async (as: string) => (await api.call({ path: 'users/current', as })).body.username
    expect(await whoIs(`${named}:Other123`)).toBe(named)
    expect(await whoIs(addressed)).toBe(addressed)
    expect(await api.call({ path: 'users/current', as: `${named}:${USER_PASSWORD}` })).toMatchObject({ status: 401 })
  })

  it('goes on for names that nobody could take any more', async () => {
    const id = await api.createUser('olga')
    await api.database.pool.query(`update "user" set username = 'Оля ́' where id = $1`, [id])
    expect(await api.call({ path: 'users/current', as: `Оля ́:${USER_PASSWORD}` })).toMatchObject({ status: 200 })
  })

  it('is throttled per user and address after ten failures; others and other addresses go on', async () => {
    await api.createUser('zoe')
    const from = (address: string, password: string) =>
      api.call({ path: 'users/current', as: `zoe:${password}`, headers: { 'x-forwarded-for': address } })
    for (let failure = 0; failure < 10; failure += 1) {
      expect(await from('192.0.2.1', `wrong${failure}`)).toMatchObject({ status: 401 })
    }
    const answer = await from('192.0.2.1', USER_PASSWORD)
    expect(answer).toMatchObject({ status: 429, body: { errors: [{ code: 'TOO_MANY_REQUEST' }] } })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(await from('192.0.2.2', USER_PASSWORD)).toMatchObject({ status: 200 })
    // Nobody else can name another spelling, and have ten more.
    for (const name of ['ZOE', 'Zoe', 'zoe@example.com', 'ZOE@Example.com'])
      expect(
        await api.call({
          path: 'users/current',
          as: `${name}:${USER_PASSWORD}`,
          headers: { 'x-forwarded-for': '192.0.2.1' },
        }),
        name,
      ).toMatchObject({ status: 429 })
    expect(
      await api.call({ path: 'users/current', as: 'admin', headers: { 'x-forwarded-for': '192.0.2.1' } }),
    ).toMatchObject({ status: 200 })
  })

  it('fails as ever for a name that is cut within a character where it is written down', async () => {
    const login = `${'x'.repeat(254)}\u{1F600}`
    expect(await api.call({ path: 'users/current', as: `${login}:wrong` })).toMatchObject({
      status: 401,
      reason: 'WRONG_CREDENTIALS',
    })
    const body = { principal: 'a\ud800', password: 'wrong' }
    expect(await api.call({ method: 'POST', path: '/c/login', body })).toMatchObject({ status: 401 })
  })

  it('refuses what a browser sends from a foreign page', async () => {
    const login = (headers: Record<string, string>) =>
      api.call({ method: 'POST', path: '/c/login', form: { principal: 'admin', password: ADMIN_PASSWORD }, headers })
    expect(await login({ origin: 'http://evil.example', host: 'berth.example' })).toMatchObject({
      status: 403,
      reason: 'CSRF_REFUSED',
    })
    expect(await login({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 })
    expect(await login({ origin: 'http://berth.example', host: 'berth.example' })).toMatchObject({ status: 200 })
    expect(
      await api.call({
        method: 'POST',
        path: 'projects',
        as: 'admin',
        body: { project_name: 'evil' },
        headers: { origin: 'null' },
      }),
    ).toMatchObject({
      status: 403,
    })
  })

  it.each(['Basic', 'Basic !!!', `Basic ${btoa('nocolon')}`, `Basic ${btoa(':x')}`])(
    'answers 401 to the header %j',
    async (authorization) => {
      expect(await api.call({ path: 'users/current', headers: { authorization } })).toMatchObject({ status: 401 })
    },
  )
})

describe('signing up', () => {
  const body = (username: string) => ({
    username,
    email: `${username}@example.com`,
    realname: username,
    password: USER_PASSWORD,
  })

  it('works from the portal while it is on', async () => {
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    expect(await browser.call({ method: 'POST', path: 'users', body: body('newcomer') })).toMatchObject({ status: 201 })
    expect(await browser.signIn('newcomer', USER_PASSWORD)).toMatchObject({ status: 200 })
  })

  it('does not work without the CSRF token, nor for who is signed in', async () => {
    expect(await api.call({ method: 'POST', path: 'users', body: body('script') })).toMatchObject({
      status: 403,
      reason: 'SELF_REGISTRATION_PORTAL_ONLY',
    })
    await api.createUser('member')
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    expect(await browser.signIn('member', USER_PASSWORD)).toMatchObject({ status: 200 })
    expect(await browser.call({ method: 'POST', path: 'users', body: body('friend') })).toMatchObject({
      status: 403,
      reason: 'SYSTEM_ADMIN_ONLY',
    })
  })

  it('tells whether a name is taken while it is on, and nothing when it is off', async () => {
    const exists = (value: string, as?: string) =>
      api.call({ method: 'POST', path: '/c/userExists', form: { target: 'username', value }, ...(as ? { as } : {}) })
    expect((await exists('ADMIN')).body).toBe(true)
    expect((await exists('no-such-user')).body).toBe(false)
    const off = await api.call({
      method: 'PUT',
      path: 'configurations',
      as: 'admin',
      body: { self_registration: false },
    })
    expect(off).toMatchObject({ status: 200 })
    expect(await exists('admin')).toMatchObject({ status: 412 })
    expect((await exists('admin', 'admin')).body).toBe(true)
    const browser = new Browser(api)
    await browser.call({ path: 'systeminfo' })
    expect(await browser.call({ method: 'POST', path: 'users', body: body('late') })).toMatchObject({ status: 401 })
    await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { self_registration: true } })
  })
})
