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
