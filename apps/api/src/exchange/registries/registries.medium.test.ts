import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

/** A registry behind Basic, and one that was asked with what. */
const server = createServer((request, response) => {
  asked.push(request.headers.authorization ?? 'nobody')
  const isKnown = request.headers.authorization === `Basic ${Buffer.from(`robot:${password}`).toString('base64')}`
  response.writeHead(isKnown ? 200 : 401, isKnown ? {} : { 'www-authenticate': 'Basic realm="r"' }).end('{}')
})
let asked: string[] = []
let password = 'secret'
let url: string
let api: ApiUnderTest

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  api = await ApiUnderTest.start()
  await api.createUser('dan')
})
beforeEach(() => {
  asked = []
  password = 'secret'
})
afterAll(async () => {
  server.close()
  await api[Symbol.asyncDispose]()
})

const credential = { type: 'basic', access_key: 'robot', access_secret: 'secret' }
const create = (body: object) => api.call({ method: 'POST', path: 'registries', as: 'admin', body })
const put = (id: number, body: object) => api.call({ method: 'PUT', path: `registries/${id}`, as: 'admin', body })
const get = async (id: number) => (await api.call({ path: `registries/${id}`, as: 'admin' })).body
const ping = (body: object) => api.call({ method: 'POST', path: 'registries/ping', as: 'admin', body })
const idOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
  Number(String(headers['location']).split('/').at(-1))

async function make(name: string, more: object = {}): Promise<number> {
  const made = await create({ name, type: 'docker-registry', url, credential, ...more })
  expect(made).toMatchObject({ status: 201 })
  return idOf(made)
}

describe('registries', () => {
  it('are told as Harbor tells them, without their secret', async () => {
    const id = await make('other', { description: 'Theirs.' })
    expect(await get(id)).toMatchObject({
      id,
      name: 'other',
      description: 'Theirs.',
      type: 'docker-registry',
      url,
      insecure: false,
      status: 'healthy',
      credential: { type: 'basic', access_key: 'robot', access_secret: '*****' },
    })
    const { rows } = await api.database.pool.query<{ sealed_secret: string }>(
      'select sealed_secret from registry_endpoint',
    )
    expect(rows.every(({ sealed_secret }) => sealed_secret.startsWith('v1.'))).toBe(true)
    expect((await api.call({ path: 'registries?name=OTH', as: 'admin' })).body).toHaveLength(1)
    expect((await api.call({ path: 'registries?q=name%3Dnone', as: 'admin' })).body).toEqual([])
  })

  it('keep their password while it is left out, and lose it to an empty one alone', async () => {
    const id = await make('kept')
    for (const body of [{ name: 'still kept' }, { access_secret: '*****' }, { description: 'x', insecure: true }]) {
      expect(await put(id, body)).toMatchObject({ status: 200 })
      expect(await ping({ id })).toMatchObject({ status: 200 })
    }
    expect(await put(id, { access_secret: '' })).toMatchObject({ status: 200 })
    expect(await ping({ id })).toMatchObject({ status: 400, reason: 'REGISTRY_UNHEALTHY' })
  })

  it('send a password nowhere else than where it was given for', async () => {
    const id = await make('here')
    const elsewhere = url.replace('127.0.0.1', 'localhost')
    asked = []
    const needed = { status: 400, reason: 'REGISTRY_SECRET_NEEDED' }
    expect(await put(id, { url: elsewhere })).toMatchObject(needed)
    expect(await ping({ id, url: elsewhere })).toMatchObject(needed)
    expect(await ping({ id, insecure: true })).toMatchObject(needed)
    expect(asked).toEqual([])
    expect(await get(id)).toMatchObject({ url })
    expect(await put(id, { url: `${url}/` })).toMatchObject({ status: 200 })
    expect(await put(id, { url: elsewhere, access_secret: 'secret' })).toMatchObject({ status: 200 })
    expect(await get(id)).toMatchObject({ url: elsewhere, status: 'healthy' })
  })

  it('are saved with a new password although the registry refuses it, and the answer says so', async () => {
    const id = await make('changed')
    password = 'another'
    const refused = await put(id, { access_secret: 'wrong' })
    expect(refused).toMatchObject({ status: 200, headers: { warning: expect.stringContaining('401') as unknown } })
    expect(await get(id)).toMatchObject({
      status: 'unhealthy',
      status_detail: expect.stringContaining('401') as unknown,
    })
    expect(await put(id, { access_secret: 'another' })).toMatchObject({ status: 200 })
    expect(await get(id)).toMatchObject({ status: 'healthy' })
  })

  it('get no account while a public project has its content from them, unless it says that it lends that', async () => {
    const id = await make('lender', { credential: undefined })
    const project = { project_name: 'open', registry_id: id, metadata: { public: 'true' } }
    expect(await api.call({ method: 'POST', path: 'projects', as: 'admin', body: project })).toMatchObject({
      status: 201,
    })
    const account = { access_key: 'robot', access_secret: 'secret' }
    expect(await put(id, account)).toMatchObject({ status: 400, reason: 'REGISTRY_LENDS_ACCOUNT' })
    // The command line reads its members without looking whether it is there.
    expect(await get(id)).toMatchObject({ credential: {} })
    const lending = { metadata: { proxy_cache_lend_account: 'true' } }
    await api.call({ method: 'PUT', path: 'projects/open', as: 'admin', body: lending })
    expect(await put(id, account)).toMatchObject({ status: 200 })
    expect(await put(id, { description: 'Lent.' })).toMatchObject({ status: 200 })
  })

  it('are unhealthy where what answers is no registry, and what they answer is told as it can be', async () => {
    const detailOf = async (body: string) => {
      const strange = createServer(({ url: path = '', headers: { host } }, response) => {
        const challenge = `Bearer realm="http://${host}/token",service="x"`
        if (path.startsWith('/token')) response.end(body)
        else response.writeHead(401, { 'www-authenticate': challenge }).end('no\0thing')
      })
      await new Promise<void>((resolve) => strange.listen(0, '127.0.0.1', resolve))
      const { port } = strange.address() as AddressInfo
      const made = await create({ name: `strange ${port}`, type: 'docker-registry', url: `http://127.0.0.1:${port}` })
      strange.close()
      expect(made).toMatchObject({ status: 201, headers: { warning: expect.any(String) as unknown } })
      return ((await get(idOf(made))) as { status_detail: string }).status_detail
    }
    for (const body of ['<html>', '{"token": 1}'])
      expect(await detailOf(body)).toContain('answers what no registry does')
    expect(await detailOf('{"token": "x"}')).toContain('nothing')
  })

  it('are unhealthy where nothing is sent to, with what would let it', async () => {
    const made = await create({ name: 'inside', type: 'docker-registry', url: 'http://169.254.169.254' })
    expect(((await get(idOf(made))) as { status_detail: string }).status_detail).toMatch(
      /^169\.254\.169\.254 is .* unless outbound_allow in harbor\.cfg .*install\.sh/,
    )
  })

  it('are found out before they are stored, or as they are stored', async () => {
    expect(await ping({ type: 'harbor', url, access_key: 'robot', access_secret: 'secret' })).toMatchObject({
      status: 200,
    })
    expect(await ping({ type: 'harbor', url })).toMatchObject({ status: 400, reason: 'REGISTRY_UNHEALTHY' })
    for (const id of [999_999, 2 ** 31, Number.MAX_SAFE_INTEGER])
      expect(await ping({ id })).toMatchObject({ status: 404, reason: 'REGISTRY_NOT_FOUND' })
    expect(await ping({ type: 'harbor', url: 'http://169.254.169.254' })).toMatchObject({
      reason: 'REGISTRY_UNHEALTHY',
    })
    expect(asked).toHaveLength(3)
  })

  it.each([
    [{ url: 'ftp://x' }, 'BAD_REGISTRY_URL'],
    [{ url: 'https://user:pass@x' }, 'BAD_REGISTRY_URL'],
    [{ url: 'https://x/v2' }, 'BAD_REGISTRY_URL'],
    [{ url: 'https://x?a=b' }, 'BAD_REGISTRY_URL'],
    [{ type: 'nexus' }, 'BAD_REGISTRY_TYPE'],
    [{ ca_certificate: '-----BEGIN CERTIFICATE-----' }, 'BAD_REGISTRY_CERTIFICATE'],
  ])('are refused with %s', async (fault, reason) => {
    const answer = await create({ name: 'faulty', type: 'docker-registry', url, ...fault })
    expect(answer.status).toBe(400)
    expect(answer.reason).toBe(reason)
    expect(answer.text).not.toContain('user:pass')
  })

  it('have a name of their own each, and go when nobody uses them', async () => {
    const id = await make('once')
    expect(await create({ name: 'once', type: 'harbor', url })).toMatchObject({
      status: 409,
      reason: 'REGISTRY_EXISTS',
    })
    const deletion = { method: 'DELETE', path: `registries/${id}`, as: 'admin' } as const
    expect(await api.call(deletion)).toMatchObject({ status: 200 })
    expect(await api.call(deletion)).toMatchObject({ status: 404 })
    expect(await api.call({ path: 'registries', as: 'dan' })).toMatchObject({ status: 403 })
  })

  it('say what they can do, as does this registry itself', async () => {
    const id = await make('able')
    const info = async (which: number) => (await api.call({ path: `registries/${which}/info`, as: 'admin' })).body
    expect((await info(id)).supported_triggers).toEqual(['manual', 'scheduled'])
    expect((await info(0)).supported_triggers).toContain('event_based')
    const types = (await api.call({ path: 'replication/adapters', as: 'admin' })).body as string[]
    const infos = (await api.call({ path: 'replication/adapterinfos', as: 'admin' })).body as object
    expect(Object.keys(infos)).toEqual(types)
    expect(types).toEqual(expect.arrayContaining(['harbor', 'docker-hub', 'aws-ecr', 'docker-registry']))
    expect(infos).toMatchObject({ 'docker-hub': { endpoint_pattern: { endpoint_type: 'EndpointPatternTypeFix' } } })
  })
})
