import type { OidcProviderServer } from '@berth/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest } from '../../testing/api.test.support.js'
import { configure, configureOidc, OidcBrowser, person, startProvider } from '../../testing/oidc.test.support.js'

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
    ['whose subject is longer than one may be', { sub: 's'.repeat(300_000) }, 'OIDC_TOKEN_REFUSED'],
    ['whose subject cannot be kept', { sub: 'a\0b' }, 'OIDC_TOKEN_REFUSED'],
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
