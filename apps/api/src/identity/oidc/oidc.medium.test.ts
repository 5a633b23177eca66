import type { OidcProviderServer } from '@berth/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { configure, configureOidc, OidcBrowser, startProvider } from '../../testing/oidc.test.support.js'

let api: ApiUnderTest
let provider: OidcProviderServer
beforeAll(async () => {
  ;[api, provider] = await Promise.all([ApiUnderTest.start(), startProvider()])
  await configureOidc(api, provider)
})
afterEach(() => {
  provider.forge = undefined
})
afterAll(async () => {
  await provider[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

const browser = () => new OidcBrowser(api, provider)
const person = (name: string, more: object = {}) => ({ sub: `sub-${name}`, preferred_username: name, ...more })
const idOf = async (name: string) =>
  (await api.call({ path: `users?username=${name}`, as: 'admin' })).body[0]?.user_id as number | undefined

/** A project where a group has the role of a developer. */
async function projectOf(group: string): Promise<string> {
  const name = `of-${group}`
  await api.createProject(name, 'admin')
  const body = { role_id: 2, member_group: { group_name: group, group_type: 3 } }
  const answer = await api.call({ method: 'POST', path: `projects/${name}/members`, as: 'admin', body })
  expect(answer.status).toBe(201)
  return name
}

describe('signing in', () => {
  it('makes an account at the first time, and is the same one afterwards', async () => {
    const first = browser()
    expect(await first.signInAs(person('kim', { name: 'Kim Lee', email: 'kim@id.example' }), '/projects?q=x')).toBe(
      '/projects?q=x',
    )
    expect(await first.whoAmI()).toBe('kim')
    const { body } = await first.call({ path: 'users/current' })
    expect(body).toMatchObject({ realname: 'Kim Lee', email: 'kim@id.example', sysadmin_flag: false })
    // The provider calls her something else meanwhile.
    const second = browser()
    await second.signInAs({ ...person('kimberly'), sub: 'sub-kim' })
    expect((await second.call({ path: 'users/current' })).body.user_id).toBe(body.user_id)
  })

  it('is written down, and signing out with it', async () => {
    const { rows: before } = await api.database.pool.query<{ last: string }>('select max(id) as last from event')
    const visitor = browser()
    await visitor.signInAs(person('emma'))
    await visitor.call({ path: '/c/oidc/logout' })
    const { rows } = await api.database.pool.query<{ type: string; actor_name: string; address: string }>(
      'select type, actor_name, address from event where id > $1 order by id',
      [before[0]?.last],
    )
    expect(rows).toEqual(
      ['user.created', 'user.signed-in', 'user.signed-out'].map((type) => ({
        type,
        actor_name: 'emma',
        address: '127.0.0.1',
      })),
    )
  })

  it('asks for state, nonce and a challenge of its own each time', async () => {
    const asked = [await browser().begin(), await browser().begin()].map((url) => new URL(url).searchParams)
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(new Set(asked.map((parameters) => parameters.get(name))).size).toBe(2)
    }
    expect(asked[0]?.get('code_challenge_method')).toBe('S256')
    expect(asked[0]?.get('redirect_uri')).toBe('http://localhost/c/oidc/callback')
  })

  it('takes a userinfo endpoint for what no token says, and a secret in the form', async () => {
    await using other = await startProvider({ claimsInUserinfo: true, authentication: 'client_secret_post' })
    await configureOidc(api, other)
    const visitor = new OidcBrowser(api, other)
    await visitor.signInAs(person('userinfo', { groups: ['remote'] }))
    expect(await visitor.whoAmI()).toBe('userinfo')
    await configureOidc(api, provider)
  })

  it('sends further parameters along, and the scopes that were asked for', async () => {
    await configure(api, {
      oidc_extra_redirect_parms: '{"prompt":"login"}',
      oidc_scope: 'openid,profile,offline_access',
    })
    const parameters = new URL(await browser().begin()).searchParams
    expect(parameters.get('prompt')).toBe('login')
    expect(parameters.get('scope')).toBe('openid profile offline_access')
    await configure(api, { oidc_extra_redirect_parms: '', oidc_scope: '' })
  })

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example'])('never ends at %s', async (target) => {
    expect(await browser().signInAs(person('kim'), target)).toBe('/')
  })

  it('goes on in several tabs, which end in any order', async () => {
    const tabs = browser()
    provider.person = person('kim')
    const [a, b] = [await tabs.begin('/a'), await tabs.begin('/b')]
    const [backA, backB] = [await provider.follow(a), await provider.follow(b)]
    expect((await tabs.finish(backA)).headers['location']).toBe('/a')
    expect((await tabs.finish(backB)).headers['location']).toBe('/b')
    expect(await tabs.whoAmI()).toBe('kim')
  })

  it('keeps few that nobody has finished', async () => {
    const tabs = browser()
    for (let begun = 0; begun < 12; begun += 1) await tabs.begin()
    const kept = Object.entries(tabs.cookies).filter(
      ([name, value]) => name.startsWith('oidc-attempt-') && value !== '',
    )
    expect(kept).toHaveLength(5)
  })

  it('leaves local accounts as they are', async () => {
    expect((await browser().signIn('admin', ADMIN_PASSWORD)).status).toBe(200)
    expect((await api.call({ path: 'users/current', as: 'admin' })).status).toBe(200)
  })
})

describe('an answer that is not the one that was asked for', () => {
  const refused = async (change: (url: string) => Promise<string> | string, reason: string) => {
    const visitor = browser()
    provider.person = person('kim')
    const callback = await change(await visitor.begin())
    expect((await visitor.finish(callback)).headers['location']).toBe('/sign-in-failed')
    expect(await visitor.failure()).toBe(reason)
    expect(await visitor.whoAmI()).toBeUndefined()
  }

  it('of another browser is refused', async () => {
    const visitor = browser()
    provider.person = person('kim')
    const callback = await provider.follow(await visitor.begin())
    const other = browser()
    expect((await other.finish(callback)).headers['location']).toBe('/sign-in-failed')
    expect(await other.failure()).toBe('OIDC_ATTEMPT_UNKNOWN')
    expect(await other.whoAmI()).toBeUndefined()
  })

  it('counts once', async () => {
    const visitor = browser()
    provider.person = person('kim')
    const callback = await provider.follow(await visitor.begin())
    await visitor.finish(callback)
    await visitor.finish(callback)
    expect(await visitor.failure()).toBe('OIDC_ATTEMPT_UNKNOWN')
  })

  it('with another nonce is refused', async () => {
    await refused((url) => provider.follow(url.replace(/nonce=[^&]+/, 'nonce=another')), 'OIDC_TOKEN_REFUSED')
  })

  it('with another challenge is refused', async () => {
    const challenge = `code_challenge=${'x'.repeat(43)}`
    await refused((url) => provider.follow(url.replace(/code_challenge=[^&]+/, challenge)), 'OIDC_UNREACHABLE')
  })

  it('that says no is told in the provider’s words', async () => {
    await refused((url) => {
      const state = new URL(url).searchParams.get('state') ?? ''
      const answer = new URLSearchParams({ state, error: 'access_denied', iss: provider.issuer })
      return `http://localhost/c/oidc/callback?${String(answer)}`
    }, 'OIDC_REFUSED')
  })

  it.each([
    ['for another application', { aud: 'another' }, 'OIDC_TOKEN_REFUSED'],
    ['of another provider', { iss: 'https://other.example' }, 'OIDC_TOKEN_REFUSED'],
    ['that is over for longer than clocks differ', { exp: Math.floor(Date.now() / 1000) - 400 }, 'OIDC_CLOCK'],
    ['that begins later than clocks differ', { nbf: Math.floor(Date.now() / 1000) + 400 }, 'OIDC_CLOCK'],
  ])('with a token %s is refused', async (_, claims, reason) => {
    provider.forge = (own) => ({ ...own, ...claims })
    await refused((url) => provider.follow(url), reason)
  })

  it('with a token of a clock that is a few minutes off is taken', async () => {
    const now = Math.floor(Date.now() / 1000)
    for (const claims of [
      { iat: now - 500, exp: now - 200 },
      { iat: now + 200, nbf: now + 200, exp: now + 500 },
    ]) {
      provider.forge = (own) => ({ ...own, ...claims })
      const visitor = browser()
      await visitor.signInAs(person('kim'))
      expect(await visitor.whoAmI()).toBe('kim')
    }
  })
})

describe('a provider', () => {
  it('that changed its keys a moment ago is believed at once', async () => {
    await browser().signInAs(person('kim'))
    provider.rotateKeys()
    const visitor = browser()
    await visitor.signInAs(person('kim'))
    expect(await visitor.whoAmI()).toBe('kim')
  })

  it('that is down holds up nobody who needs it not, and is asked again when it is back', async () => {
    const visitor = browser()
    provider.person = person('kim')
    const callback = await provider.follow(await visitor.begin())
    await provider.stop()
    expect((await visitor.finish(callback)).headers['location']).toBe('/sign-in-failed')
    expect(await visitor.failure()).toBe('OIDC_UNREACHABLE')
    expect((await browser().signIn('admin', ADMIN_PASSWORD)).status).toBe(200)
    await provider.start()
    await visitor.signInAs(person('kim'))
    expect(await visitor.whoAmI()).toBe('kim')
  })

  it('answers a ping, or is told what is wrong with it', async () => {
    const ping = (body: object, as = 'admin') => api.call({ method: 'POST', path: 'system/oidc/ping', as, body })
    expect((await ping({ url: provider.issuer, verify_cert: true })).status).toBe(200)
    const wrong = await ping({ url: provider.issuer.replace('127.0.0.1', 'localhost') })
    expect(wrong).toMatchObject({ status: 400, reason: 'OIDC_UNREACHABLE' })
    expect(wrong.text).toContain(provider.issuer)
    expect(await ping({ url: 'http://127.0.0.1:1' })).toMatchObject({ status: 400, reason: 'OIDC_UNREACHABLE' })
    expect(await ping({ url: 'ftp://127.0.0.1' })).toMatchObject({ status: 422 })
    await api.createUser('nosy')
    expect(await ping({ url: provider.issuer }, 'nosy')).toMatchObject({ status: 403 })
  })

  it('is asked for a certificate that is trusted, unless the settings say otherwise', async () => {
    const { privateKey: key, certificate: cert } = api.keys
    await using secure = await startProvider({ tls: { key, cert } })
    const ping = (verify: boolean) =>
      api.call({
        method: 'POST',
        path: 'system/oidc/ping',
        as: 'admin',
        body: { url: secure.issuer, verify_cert: verify },
      })
    expect(await ping(true)).toMatchObject({ status: 400, reason: 'OIDC_UNREACHABLE' })
    expect((await ping(false)).status).toBe(200)
  })
})

describe('an ID token on the REST API', () => {
  const ask = (token: string, path = 'users/current') =>
    api.call({ path, headers: { authorization: `Bearer ${token}` } })
  /** Of somebody, with other claims. */
  const tokenOf = async (name: string, claims: object = {}) => {
    provider.forge = (own) => ({ ...own, ...claims })
    await browser().signInAs(person(name))
    return provider.issued
  }

  it('signs its subject in who has an account', async () => {
    expect((await ask(await tokenOf('kim'))).body).toMatchObject({ username: 'kim' })
    await configure(api, { oidc_auto_onboard: false })
    expect(await ask(await tokenOf('unknown'))).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
    await configure(api, { oidc_auto_onboard: true })
  })

  it.each([
    ['for another application', { aud: 'another' }],
    ['of another provider', { iss: 'https://other.example' }],
    ['that is over', { exp: Math.floor(Date.now() / 1000) - 400 }],
  ])('%s counts for nothing', async (_, claims) => {
    expect(await ask(await tokenOf('kim', claims))).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
  })

  it('that nobody has signed counts for nothing', async () => {
    const [head, body] = (await tokenOf('kim')).split('.')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    for (const token of [
      `${none}.${body}.`,
      `${head}.${body}.`,
      `${head}.${body}.${'A'.repeat(342)}`,
      'x',
      'x'.repeat(20_000),
    ])
      expect(await ask(token)).toMatchObject({ status: 401 })
    expect(await ask('x', 'systeminfo')).toMatchObject({ status: 200 })
  })
})

describe('an account', () => {
  it('is found by issuer and subject, never by an e-mail address', async () => {
    const local = await api.createUser('local')
    const visitor = browser()
    await visitor.signInAs(person('stranger', { email: 'local@example.com', email_verified: true }))
    const { body } = await visitor.call({ path: 'users/current' })
    expect(body.username).toBe('stranger')
    expect(body.user_id).not.toBe(local)
    expect(body.email).toBeUndefined()
  })

  it('whose name another one has is refused, and told which', async () => {
    await api.createUser('taken')
    const visitor = browser()
    expect(await visitor.signInAs(person('taken'))).toBe('/sign-in-failed')
    const { body, reason } = await visitor.call({ path: '/c/oidc/failure' })
    expect(reason).toBe('OIDC_ACCOUNT_IN_THE_WAY')
    expect(body.errors[0].message).toMatch(/account taken .*sub-taken/)
    expect(await visitor.whoAmI()).toBeUndefined()
  })

  it('is linked by an administrator after the provider has changed, and keeps all that it had', async () => {
    const visitor = browser()
    await visitor.signInAs(person('dana'))
    const id = await idOf('dana')
    const project = await api.createProject('of-dana', 'admin')
    await api.addMember('of-dana', 'admin', 'dana', 2)
    await using moved = await startProvider()
    await configureOidc(api, moved)
    const back = new OidcBrowser(api, moved)
    expect(await back.signInAs(person('dana'))).toBe('/sign-in-failed')
    const refusal = (await back.call({ path: '/c/oidc/failure' })).body.errors[0]
    expect(refusal).toMatchObject({ reason: 'OIDC_ACCOUNT_IN_THE_WAY', next: expect.stringContaining('administrator') })
    expect(refusal.message).toContain(`issuer ${moved.issuer}, subject sub-dana`)
    const link = (as: string, user = id) =>
      api.call({
        method: 'POST',
        path: `users/${user}/identities`,
        as,
        body: { issuer: moved.issuer, subject: 'sub-dana' },
      })
    await api.createUser('eve')
    expect((await link('eve')).status).toBe(403)
    expect((await link('admin')).status).toBe(201)
    expect(await link('admin', 1)).toMatchObject({ status: 409, reason: 'IDENTITY_LINKED' })
    await back.signInAs(person('dana'))
    expect((await back.call({ path: 'users/current' })).body.user_id).toBe(id)
    expect((await back.call({ path: `projects/${project}` })).status).toBe(200)
    const { body: identities } = await back.call({ path: `users/${id}/identities` })
    expect(identities).toMatchObject([{ issuer: provider.issuer }, { issuer: moved.issuer, subject: 'sub-dana' }])
    const unlink = (user = id) =>
      api.call({ method: 'DELETE', path: `users/${user}/identities/${identities[1].id}`, as: 'admin' })
    expect(await unlink(1)).toMatchObject({ status: 404, reason: 'IDENTITY_NOT_FOUND' })
    expect(await back.whoAmI()).toBe('dana')
    expect((await unlink()).status).toBe(200)
    expect(await back.whoAmI()).toBeUndefined()
    expect(await back.signInAs(person('dana'))).toBe('/sign-in-failed')
    await configureOidc(api, provider)
  })

  it('is chosen a name for where the provider gives none that can be one', async () => {
    const visitor = browser()
    const page = new URL(await visitor.signInAs(person('José', { groups: ['x'] }), '/projects'), 'http://localhost')
    expect(page.pathname).toBe('/oidc-onboard')
    expect(page.searchParams.get('username')).toBe('José')
    expect(await visitor.whoAmI()).toBeUndefined()
    const onboard = (username: string) => visitor.call({ method: 'POST', path: '/c/oidc/onboard', body: { username } })
    expect(await onboard('a,b')).toMatchObject({ status: 400, reason: 'BAD_USERNAME' })
    expect(await onboard('taken')).toMatchObject({ status: 409, reason: 'OIDC_ACCOUNT_IN_THE_WAY' })
    expect((await onboard('jose')).status).toBe(200)
    expect(await visitor.whoAmI()).toBe('jose')
    expect(await onboard('again')).toMatchObject({ status: 412, reason: 'OIDC_ONBOARDING_OVER' })
  })

  it('is chosen a name for where the settings say so', async () => {
    await configure(api, { oidc_auto_onboard: false })
    const visitor = browser()
    expect(await visitor.signInAs(person('lena'))).toMatch(/^\/oidc-onboard\?username=lena/)
    expect(await idOf('lena')).toBeUndefined()
    await visitor.call({ method: 'POST', path: '/c/oidc/onboard', body: { username: 'lena' } })
    expect(await visitor.whoAmI()).toBe('lena')
    await configure(api, { oidc_auto_onboard: true })
  })

  it('has no password that anybody could guess', async () => {
    expect((await api.call({ path: 'users/current', as: `kim:${USER_PASSWORD}` })).status).toBe(401)
  })
})

describe('groups', () => {
  it('give their roles, one that comes as a text among them', async () => {
    const [ops, dev] = [await projectOf('ops'), await projectOf('dev')]
    const visitor = browser()
    const sees = async () =>
      Promise.all([ops, dev].map(async (name) => (await visitor.call({ path: `projects/${name}` })).status))
    await visitor.signInAs(person('robin', { groups: 'ops' }))
    expect(await sees()).toEqual([200, 403])
    await visitor.signInAs(person('robin', { groups: ['dev', 'other'] }))
    expect(await sees()).toEqual([403, 200])
    await configure(api, { oidc_group_filter: '^other$' })
    await visitor.signInAs(person('robin', { groups: ['dev', 'other'] }))
    expect(await sees()).toEqual([403, 403])
    await configure(api, { oidc_group_filter: '' })
  })

  it('that the provider only points to are unknown, not none', async () => {
    const project = await projectOf('many')
    const pointer = { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://id.example/g' } } }
    const visitor = browser()
    await visitor.signInAs(person('morgan', { groups: ['many'] }))
    await visitor.signInAs(person('morgan', pointer))
    expect((await visitor.call({ path: `projects/${project}` })).status).toBe(200)
    await api.database.pool.query(
      `update user_identity set groups_at = now() - interval '8 days' where subject = 'sub-morgan'`,
    )
    const late = browser()
    expect(await late.signInAs(person('morgan', pointer))).toBe('/sign-in-failed')
    expect(await late.failure()).toBe('OIDC_GROUPS_UNKNOWN')
    const { rows } = await api.database.pool.query<{ payload: object }>(
      `select payload from event where type = 'user.sign-in-failed' order by id desc limit 1`,
    )
    expect(rows[0]?.payload).toMatchObject({ reason: 'OIDC_GROUPS_UNKNOWN' })
    // Nothing was taken away.
    const kept = `select from user_group_member m join user_identity i on i.id = m.identity_id where i.subject = 'sub-morgan'`
    expect((await api.database.pool.query(kept)).rowCount).toBe(1)
    const stranger = browser()
    await stranger.signInAs(person('newcomer', pointer))
    expect(await stranger.failure()).toBe('OIDC_GROUPS_UNKNOWN')
  })

  it('make administrators, as long as somebody is in the one that the settings name', async () => {
    await configure(api, { oidc_admin_group: 'chiefs' })
    const visitor = browser()
    await visitor.signInAs(person('carol', { groups: 'chiefs' }))
    expect((await visitor.call({ path: 'users' })).status).toBe(200)
    expect((await visitor.call({ path: 'users/current' })).body).toMatchObject({
      sysadmin_flag: false,
      admin_role_in_auth: true,
    })
    await visitor.signInAs(person('carol'))
    expect((await visitor.call({ path: 'users' })).status).toBe(403)
    await configure(api, { oidc_admin_group: '' })
  })
})

describe('signing out', () => {
  it('ends the provider’s session, too, where the settings say so', async () => {
    const visitor = browser()
    await visitor.signInAs(person('kim'))
    expect((await visitor.call({ path: '/c/oidc/logout' })).headers['location']).toBe('/sign-in?stay=true')
    expect(await visitor.whoAmI()).toBeUndefined()
    await configure(api, { oidc_logout: true })
    await visitor.signInAs(person('kim'))
    const url = new URL(String((await visitor.call({ path: '/c/oidc/logout' })).headers['location']))
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/session/end`)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/')
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/)
    // The provider takes it as it is: it asks whether to sign out.
    expect((await fetch(url)).status).toBe(200)
    await configure(api, { oidc_logout: false })
  })

  it('is nothing that a foreign page can do', async () => {
    const visitor = browser()
    await visitor.signInAs(person('kim'))
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await visitor.call({ path: '/c/oidc/logout', headers })).toMatchObject({ status: 302 })
    expect(await visitor.whoAmI()).toBe('kim')
  })
})

it('says that nothing is set up where it is so', async () => {
  await configure(api, { oidc_endpoint: '' })
  const visitor = browser()
  expect(await visitor.begin()).toBe('/sign-in-failed')
  expect(await visitor.failure()).toBe('OIDC_OFF')
  await configureOidc(api, provider)
})
