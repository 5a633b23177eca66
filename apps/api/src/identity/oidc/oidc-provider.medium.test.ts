import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { generateTokenKeys, type OidcProviderServer } from '@berth/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest } from '../../testing/api.test.support.js'
import { FailedSignIns } from '../failed-sign-ins.js'
import { configure, configureOidc, OidcBrowser, person, startProvider } from '../../testing/oidc.test.support.js'

let api: ApiUnderTest
let provider: OidcProviderServer
beforeAll(async () => {
  ;[api, provider] = await Promise.all([ApiUnderTest.start(), startProvider()])
  await configureOidc(api, provider)
})
afterEach(() => {
  Object.assign(provider, { forge: undefined, forgedType: 'JWT', delay: 0 })
})
afterAll(async () => {
  await provider[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

const portOf = (server: Server) => {
  const address = server.address()
  return typeof address === 'object' ? address?.port : undefined
}

const browser = () => new OidcBrowser(api, provider)

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

  it('that is down is no matter to robots and tokens, where people are told to come by it', async () => {
    await api.createUser('tess')
    const project = await api.createProject('without-provider', 'tess')
    const robot = await api.createRobot('ci', [{ scope: project, permissions: ['repository:list', 'repository:pull'] }])
    const body = { name: 'docker', access: 'read' }
    const token = await api.call({ method: 'POST', path: 'users/current/tokens', as: 'tess', body })
    await configure(api, { auth_mode: 'oidc_auth' })
    await provider.stop()
    try {
      for (const as of [robot, `tess:${token.body.secret}`]) {
        const scope = 'repository:without-provider/app:pull'
        const pull = await api.call({ path: `/service/token?service=harbor-registry&scope=${scope}`, as })
        const { access } = JSON.parse(Buffer.from(pull.body.token.split('.')[1], 'base64url').toString())
        expect(access).toMatchObject([{ name: 'without-provider/app', actions: ['pull'] }])
        expect(await api.call({ path: 'projects/without-provider/repositories', as })).toMatchObject({ status: 200 })
      }
    } finally {
      await provider.start()
      await configure(api, { auth_mode: 'db_auth' })
    }
  })

  it('that is slow is waited for', async () => {
    provider.delay = 300
    const visitor = browser()
    await visitor.signInAs(person('kim'))
    expect(await visitor.whoAmI()).toBe('kim')
  })

  it('that never answers is given up on, while everybody else signs in', async () => {
    const hanging = createServer()
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
    await configure(api, { oidc_endpoint: `http://127.0.0.1:${portOf(hanging)}`, oidc_client_secret: 'x' })
    const visitor = browser()
    const begun = visitor.begin()
    expect((await browser().signIn('admin', ADMIN_PASSWORD)).status).toBe(200)
    expect(await api.call({ path: 'users/current', as: 'admin' })).toMatchObject({ status: 200 })
    expect(await begun).toBe('/sign-in-failed')
    expect(await visitor.failure()).toBe('OIDC_UNREACHABLE')
    hanging.close()
    await configureOidc(api, provider)
  })

  it('for every tenant of Entra ID is refused, and told what to give in its place', async () => {
    const common = createHttpServer((request, response) => {
      const address = `http://${request.headers.host}`
      const document = { issuer: `${address}/{tenantid}/v2.0`, authorization_endpoint: `${address}/authorize` }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(document))
    })
    await new Promise<void>((resolve) => common.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${portOf(common)}/common/v2.0`
    const answer = await api.call({ method: 'POST', path: 'system/oidc/ping', as: 'admin', body: { url } })
    expect(answer).toMatchObject({ status: 400, reason: 'OIDC_UNREACHABLE' })
    expect(answer.text).toContain('your own tenant')
    common.close()
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
    const ping = (verify?: boolean) =>
      api.call({
        method: 'POST',
        path: 'system/oidc/ping',
        as: 'admin',
        body: { url: secure.issuer, verify_cert: verify },
      })
    expect(await ping(true)).toMatchObject({ status: 400, reason: 'OIDC_UNREACHABLE' })
    expect((await ping(false)).status).toBe(200)
    // Go leaves false out.
    expect((await ping()).status).toBe(200)
  })

  it('of an authority of one’s own is trusted where the settings name that', async () => {
    const { privateKey, certificate: authority } = await generateTokenKeys('127.0.0.1')
    const ping = (url: string) =>
      api.call({ method: 'POST', path: 'system/oidc/ping', as: 'admin', body: { url, ca_certificate: authority } })
    await using secure = await startProvider({ tls: { key: privateKey, cert: authority } })
    await using other = await startProvider({ tls: { key: api.keys.privateKey, cert: api.keys.certificate } })
    expect((await ping(secure.issuer)).status).toBe(200)
    expect(await ping(other.issuer)).toMatchObject({ status: 400, reason: 'OIDC_UNREACHABLE' })
    await configureOidc(api, secure, { oidc_ca_certificate: authority })
    const visitor = new OidcBrowser(api, secure)
    const address = await visitor.begin()
    expect(new URL(address).origin).toBe(secure.issuer)
    await configureOidc(api, secure, { oidc_ca_certificate: '' })
    expect(await visitor.begin()).toBe('/sign-in-failed')
    await configureOidc(api, provider)
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
    ['whose subject cannot be kept', { sub: 'a\0b' }],
    ['that is over', { exp: Math.floor(Date.now() / 1000) - 400 }],
    ['that another application got', { azp: 'another' }],
  ])('%s counts for nothing, and is written down', async (_, claims) => {
    const token = await tokenOf('kim', claims)
    await api.database.pool.query('truncate event, outbox')
    await api.app.get(FailedSignIns).write()
    expect(await ask(token)).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
    const { rows } = await api.database.pool.query('select type, payload from event')
    expect(rows).toMatchObject([{ type: 'user.sign-in-failed', payload: { reason: 'WRONG_CREDENTIALS' } }])
  })

  it('is no access token and no logout token, though the provider has signed these with the same key', async () => {
    for (const type of ['at+jwt', 'logout+jwt']) {
      provider.forgedType = type
      expect(await ask(await tokenOf('kim'))).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
    }
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

it('says that nothing is set up where it is so', async () => {
  await configure(api, { oidc_endpoint: '' })
  const visitor = browser()
  expect(await visitor.begin()).toBe('/sign-in-failed')
  expect(await visitor.failure()).toBe('OIDC_OFF')
  await configureOidc(api, provider)
})
