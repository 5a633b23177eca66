import { Redis } from 'ioredis'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { Browser } from '../../testing/browser.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

const password = USER_PASSWORD
const path = 'users/current/second_factor'
/** Steps of time from now: one in each direction counts. */
const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps })
const wrong = (secret: string) => {
  const known = [-1, 0, 1, 2].map((steps) => codeOf(secret, steps))
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !known.includes(code)) ?? ''
}

async function signIn(name: string, more: { code?: string; from?: string } = {}) {
  const browser = new Browser(api)
  const { from = '192.0.2.1', ...code } = more
  const form = { principal: name, password, ...code }
  const answer = await browser.call({ method: 'POST', path: '/c/login', form, headers: { 'x-forwarded-for': from } })
  return { browser, answer, status: answer.status, reason: answer.reason }
}
/** A browser in which a new user is signed in. */
async function newcomer(name: string) {
  const id = await api.createUser(name)
  return { id, ...(await signIn(name)) }
}
const post = (browser: Browser, end: string, body: object) =>
  browser.call({ method: 'POST', path: `${path}${end}`, body })
const isIn = async (browser: Browser) => (await browser.call({ path: 'users/current' })).status === 200
/** As if the code of before had been long ago. */
const forgetStep = (id: number) =>
  api.database.pool.query('update second_factor set last_step = 0 where user_id = $1', [id])

/** A user whose second factor is on. */
async function withFactor(name: string) {
  const { id, browser } = await newcomer(name)
  const { secret } = (await post(browser, '', { password })).body
  const enabled = await post(browser, '/enable', { code: codeOf(secret) })
  expect(enabled).toMatchObject({ status: 200 })
  await forgetStep(id)
  return { id, browser, secret: String(secret), recovery: enabled.body.recovery_codes as string[] }
}

describe('switching it on', () => {
  it('takes the password, and a right code of the secret', async () => {
    const { id, browser } = await newcomer('anna')
    expect((await browser.call({ path })).body).toEqual({ enabled: false, recovery_codes_left: 0 })
    expect(await post(browser, '/enable', { code: '123456' })).toMatchObject({ reason: 'NO_SECOND_FACTOR_OFFERED' })
    expect(await post(browser, '', { password: 'wrong' })).toMatchObject({ status: 403, reason: 'WRONG_OLD_PASSWORD' })
    const { secret, uri } = (await post(browser, '', { password })).body
    expect(uri).toContain(`secret=${secret}`)
    expect(decodeURIComponent(uri)).toContain('Berth:anna')
    expect(await post(browser, '/enable', { code: wrong(secret) })).toMatchObject({ status: 403, reason: 'BAD_CODE' })
    expect((await signIn('anna')).status).toBe(200)
    const answer = await post(browser, '/enable', { code: codeOf(secret) })
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.body.recovery_codes).toHaveLength(10)
    expect((await browser.call({ path })).body).toEqual({
      enabled: true,
      enabled_time: expect.any(String) as unknown,
      recovery_codes_left: 10,
    })
    expect(await post(browser, '', { password })).toMatchObject({ status: 409, reason: 'SECOND_FACTOR_ON' })
    const { rows } = await api.database.pool.query('select secret from second_factor where user_id = $1', [id])
    expect(rows[0].secret).toMatch(/^v1\./)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('ends the sessions that were begun without it, but for the one that asks', async () => {
    const { browser } = await newcomer('berta')
    const other = (await signIn('berta')).browser
    const { secret } = (await post(browser, '', { password })).body
    expect(await isIn(other)).toBe(true)
    await post(browser, '/enable', { code: codeOf(secret) })
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
  })

  it('takes no secret that was offered long ago, or replaced since', async () => {
    const { id, browser } = await newcomer('clara')
    const first = (await post(browser, '', { password })).body.secret
    const second = (await post(browser, '', { password })).body.secret
    expect(await post(browser, '/enable', { code: codeOf(first) })).toMatchObject({ reason: 'BAD_CODE' })
    await api.database.pool.query(
      `update second_factor set offered_at = now() - interval '31 minutes' where user_id = $1`,
      [id],
    )
    expect(await post(browser, '/enable', { code: codeOf(second) })).toMatchObject({
      reason: 'NO_SECOND_FACTOR_OFFERED',
    })
  })

  it('is for users in person', async () => {
    const robot = await api.createRobot('factor', [{ scope: 'system', permissions: ['user:update'] }])
    expect(await api.call({ path, as: robot })).toMatchObject({ status: 403, reason: 'USERS_ONLY' })
    const remove = { method: 'DELETE', path: 'users/1/second_factor', as: robot } as const
    expect(await api.call(remove)).toMatchObject({ status: 403, reason: 'USERS_ONLY' })
  })
})

describe('signing in with it', () => {
  it('asks for the code after the right password alone', async () => {
    const { secret } = await withFactor('dora')
    expect(await signIn('dora')).toMatchObject({ status: 401, reason: 'CODE_NEEDED' })
    const guess = { principal: 'dora', password: 'wrong', code: codeOf(secret) }
    expect(await api.call({ method: 'POST', path: '/c/login', form: guess })).toMatchObject({
      status: 401,
      reason: 'WRONG_CREDENTIALS',
    })
    expect(await signIn('dora', { code: wrong(secret) })).toMatchObject({ status: 401, reason: 'WRONG_CODE' })
    const { status, browser } = await signIn('dora', { code: codeOf(secret) })
    expect([status, await isIn(browser)]).toEqual([200, true])
  })

  it('takes each code once, and none before it', async () => {
    const { secret } = await withFactor('edda')
    const [before, now, next] = [codeOf(secret, -1), codeOf(secret), codeOf(secret, 1)]
    expect(await signIn('edda', { code: now })).toMatchObject({ status: 200 })
    expect(await signIn('edda', { code: now })).toMatchObject({ status: 401, reason: 'WRONG_CODE' })
    expect(await signIn('edda', { code: before })).toMatchObject({ status: 401, reason: 'WRONG_CODE' })
    expect(await signIn('edda', { code: next })).toMatchObject({ status: 200 })
  })

  it('takes a code once, however many come with it at a time', async () => {
    const { secret } = await withFactor('elli')
    const code = codeOf(secret)
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => (await signIn('elli', { code, from: `192.0.2.${n + 10}` })).status),
    )
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401, 401, 401])
  })

  it('takes a code that switched it on for nothing else', async () => {
    const { browser } = await newcomer('emil')
    const { secret } = (await post(browser, '', { password })).body
    const code = codeOf(secret)
    await post(browser, '/enable', { code })
    expect(await signIn('emil', { code })).toMatchObject({ status: 401, reason: 'WRONG_CODE' })
  })

  it('takes a recovery code once', async () => {
    const { browser, recovery } = await withFactor('flora')
    const [first = '', second = ''] = recovery
    expect(await signIn('flora', { code: first.toUpperCase() })).toMatchObject({ status: 200 })
    expect(await signIn('flora', { code: first })).toMatchObject({ status: 401, reason: 'WRONG_CODE' })
    expect(await signIn('flora', { code: second.replace('-', '') })).toMatchObject({ status: 200 })
    expect((await browser.call({ path })).body).toMatchObject({ recovery_codes_left: 8 })
    const { rows } = await api.database.pool.query(
      `select payload from event where type = 'user.recovery-code-used' order by id`,
    )
    expect(rows.map(({ payload }) => payload.left)).toEqual([9, 8])
  })

  it('holds guesses at codes, of the account from everywhere, and tells of them', async () => {
    const { id, secret } = await withFactor('gerda')
    const guess = (n: number) => signIn('gerda', { code: wrong(secret), from: `192.0.${n}.1` })
    for (let n = 0; n < 50; n += 1) expect((await guess(n)).reason).toBe('WRONG_CODE')
    const stopped = await guess(50)
    expect(stopped).toMatchObject({ status: 429, reason: 'TOO_MANY_FAILED_LOGINS' })
    await forgetStep(id)
    expect(await signIn('gerda', { code: codeOf(secret), from: '192.0.60.1' })).toMatchObject({ status: 429 })
    const { rows } = await api.database.pool.query(
      `select payload->>'reason' as reason, count(*)::int as told from event
      where type = 'user.sign-in-failed' and payload->>'login' = 'gerda' group by 1 order by 2`,
    )
    expect(rows).toEqual([
      { reason: 'TOO_MANY_FAILED_LOGINS', told: 2 },
      { reason: 'WRONG_CODE', told: 50 },
    ])
  })
})

describe('guesses at codes', () => {
  let redis: Redis
  beforeAll(() => {
    redis = new Redis({ ...api.redis.settings })
  })
  afterAll(() => redis.quit())
  /** As if the shorter windows had gone by. */
  const wait = async () => {
    for (const key of await redis.keys('*throttle*')) if ((await redis.ttl(key)) <= 300) await redis.del(key)
  }
  const guesses = (name: string) => (code: string, n: number) => signIn(name, { code, from: `198.51.${n}.1` })

  it('are a hundred a day, however slowly they come', async () => {
    const { id, secret } = await withFactor('greta')
    const guess = guesses('greta')
    for (let n = 0; n < 100; n += 1) {
      if (n % 40 === 0) await wait()
      expect((await guess(wrong(secret), n)).reason).toBe('WRONG_CODE')
    }
    await wait()
    await forgetStep(id)
    const { status, answer } = await guess(codeOf(secret), 100)
    expect(status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3600)
  })

  it('that a shorter limit refuses are none of that hundred', async () => {
    const { id, secret } = await withFactor('grit')
    const guess = guesses('grit')
    for (let n = 0; n < 110; n += 1)
      expect((await guess(wrong(secret), n)).reason).toBe(n < 50 ? 'WRONG_CODE' : 'TOO_MANY_FAILED_LOGINS')
    await wait()
    await forgetStep(id)
    expect(await guess(codeOf(secret), 110)).toMatchObject({ status: 200 })
  })

  it('begin anew after a right one', async () => {
    const { id, secret } = await withFactor('gunda')
    const guess = guesses('gunda')
    for (let n = 0; n < 110; n += 1) {
      if (n % 40 === 0) await wait()
      if (n === 60) {
        await forgetStep(id)
        expect(await guess(codeOf(secret), n)).toMatchObject({ status: 200 })
      } else expect((await guess(wrong(secret), n)).reason).toBe('WRONG_CODE')
    }
  })
})

describe('while it is on, the password alone', () => {
  it('does neither for REST nor for registry tokens, and the answer says what does', async () => {
    await withFactor('hanna')
    for (const asked of ['users/current', 'projects', '/service/token', '/service/token?scope=repository:a/b:pull']) {
      const answer = await api.call({ path: asked, as: 'hanna' })
      // What anybody may see is shown as to anybody.
      if (asked === 'projects') expect(answer).toMatchObject({ status: 200 })
      else expect(answer).toMatchObject({ status: 401, reason: 'TOKEN_NEEDED' })
    }
    const { body } = await api.call({ path: '/service/token', as: 'hanna' })
    expect(body.errors[0].message).toMatch(/access token as the password/)
    expect(await api.call({ path: 'users/current', as: 'hanna:wrong' })).toMatchObject({ reason: 'WRONG_CREDENTIALS' })
  })

  it('does nothing with a remembered password either', async () => {
    const { browser } = await newcomer('ines')
    expect(await api.call({ path: '/service/token', as: 'ines' })).toMatchObject({ status: 200 })
    const { secret } = (await post(browser, '', { password })).body
    await post(browser, '/enable', { code: codeOf(secret) })
    expect(await api.call({ path: '/service/token', as: 'ines' })).toMatchObject({ status: 401 })
  })
})

describe('switching it off', () => {
  it('takes password and code, and leaves the session that asks', async () => {
    const { browser, id, secret } = await withFactor('jutta')
    const off = (body: object) => post(browser, '/disable', body)
    expect(await off({ password: 'wrong', code: codeOf(secret) })).toMatchObject({ reason: 'WRONG_OLD_PASSWORD' })
    expect(await off({ password, code: wrong(secret) })).toMatchObject({ status: 403, reason: 'BAD_CODE' })
    await forgetStep(id)
    expect(await off({ password, code: codeOf(secret) })).toMatchObject({ status: 200 })
    expect(await isIn(browser)).toBe(true)
    expect(await signIn('jutta')).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'users/current', as: 'jutta' })).toMatchObject({ status: 200 })
    expect(await off({ password, code: codeOf(secret) })).toMatchObject({ status: 409, reason: 'SECOND_FACTOR_OFF' })
    expect((await browser.call({ path })).body).toEqual({ enabled: false, recovery_codes_left: 0 })
  })

  it('works with a recovery code where the app is lost', async () => {
    const { browser, recovery } = await withFactor('karla')
    expect(await post(browser, '/disable', { password, code: recovery[0] })).toMatchObject({ status: 200 })
  })

  it('by an administrator ends the sessions, is written down, and told to the user until it is on again', async () => {
    const { browser, id } = await withFactor('lotte')
    const remove = (as: string, user: number) => api.call({ method: 'DELETE', path: `users/${user}/second_factor`, as })
    await api.createUser('lola')
    expect(await remove('lola', id)).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
    expect(await isIn(browser)).toBe(true)
    expect(await remove('admin', id)).toMatchObject({ status: 200 })
    expect(await isIn(browser)).toBe(false)
    expect(await remove('admin', id)).toMatchObject({ status: 409, reason: 'SECOND_FACTOR_OFF' })
    expect(await remove('admin', 1)).toMatchObject({ status: 403, reason: 'OWN_SECOND_FACTOR' })
    expect(await remove('admin', 99_999)).toMatchObject({ status: 404 })
    const { rows } = await api.database.pool.query(
      `select actor_name from event where type = 'user.second-factor-disabled' and payload->>'user' = 'lotte'`,
    )
    expect(rows).toEqual([{ actor_name: 'admin' }])
    const again = (await signIn('lotte')).browser
    expect((await again.call({ path })).body).toMatchObject({
      enabled: false,
      removed_time: expect.any(String) as unknown,
    })
    const { secret } = (await post(again, '', { password })).body
    await post(again, '/enable', { code: codeOf(secret) })
    expect((await again.call({ path })).body).not.toHaveProperty('removed_time')
  })
})

it('new recovery codes take the place of the old ones', async () => {
  const { browser, id, secret, recovery } = await withFactor('mona')
  const renew = (code: string) => post(browser, '/recovery_codes', { password, code })
  expect(await renew(wrong(secret))).toMatchObject({ reason: 'BAD_CODE' })
  const fresh = await renew(codeOf(secret))
  expect(fresh).toMatchObject({ status: 200 })
  await forgetStep(id)
  expect(await signIn('mona', { code: recovery[1] ?? '' })).toMatchObject({ reason: 'WRONG_CODE' })
  expect(await signIn('mona', { code: fresh.body.recovery_codes[0] })).toMatchObject({ status: 200 })
})
