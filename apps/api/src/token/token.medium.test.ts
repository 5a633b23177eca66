import jwt from 'jsonwebtoken'
import { createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['rosa', 'sam', 'tina']) await api.createUser(name)
  await api.createProject('priv', 'rosa')
  await api.createProject('pub', 'rosa', true)
  await api.addMember('priv', 'rosa', 'sam', 2)
  await api.addMember('priv', 'rosa', 'tina', 3)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

async function token(scopes: readonly string[], as?: string) {
  const query = new URLSearchParams({ service: 'harbor-registry' })
  for (const scope of scopes) query.append('scope', scope)
  const answer = await api.call({ path: `/service/token?${query.toString()}`, ...(as === undefined ? {} : { as }) })
  expect(answer.status).toBe(200)
  const decoded = jwt.verify(answer.body.token, createPublicKey(api.keys.certificate), {
    algorithms: ['RS256'],
    audience: 'harbor-registry',
    issuer: 'harbor-token-issuer',
    complete: true,
  })
  return { answer, header: decoded.header, payload: decoded.payload as jwt.JwtPayload }
}

const access = async (scopes: readonly string[], as?: string) => (await token(scopes, as)).payload['access']

describe('GET /service/token', () => {
  it('answers what docker reads, signed with the key that the certificate verifies', async () => {
    const { answer, header, payload } = await token(['repository:priv/app:pull,push'], 'rosa')
    expect(answer.body).toMatchObject({ expires_in: 1800, access_token: answer.body.token })
    expect(Date.parse(answer.body.issued_at)).toBeGreaterThan(Date.now() - 60_000)
    expect(header).toMatchObject({ alg: 'RS256', kid: expect.stringMatching(/^([A-Z2-7]{4}:){11}[A-Z2-7]{4}$/) })
    expect(payload).toMatchObject({
      sub: 'rosa',
      caller: { kind: 'user', id: expect.any(Number), mark: expect.stringMatching(/^[0-9a-f]{32}$/) },
      access: [{ type: 'repository', name: 'priv/app', actions: ['pull', 'push'] }],
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(1800)
  })

  it('gives each role what it may, and leaves out the rest', async () => {
    const everything = ['repository:priv/app:pull,push,delete']
    const of = async (as?: string) => (await access(everything, as))[0].actions
    expect(await of('rosa')).toEqual(['pull', 'push', 'delete'])
    expect(await of('sam')).toEqual(['pull', 'push'])
    expect(await of('tina')).toEqual(['pull'])
    expect(await of('admin')).toEqual(['pull', 'push', 'delete'])
  })

  it('lets visitors pull from public projects, and nothing else', async () => {
    expect(await access(['repository:pub/app:pull,push', 'repository:no-such/app:pull'])).toEqual([
      { type: 'repository', name: 'pub/app', actions: ['pull'] },
    ])
    expect(await access(['repository:priv/app:pull,push,delete'])).toEqual([])
  })

  it('lets clients of a mirror pull by the name that its registry has for the image', async () => {
    await api.createProject('hub', 'rosa', true)
    await api.database.pool.query(
      `with docker as (
         insert into registry_endpoint (name, type, url) values ('docker', 'docker-hub', 'https://hub.docker.com') returning id
       )
       update project set registry_id = docker.id from docker where name = 'hub'`,
    )
    const asked = ['repository:library/alpine:pull,push', 'repository:grafana/grafana:pull', 'repository:priv/app:pull']
    const alpine = { type: 'repository', name: 'library/alpine' }
    expect(await access(asked)).toEqual([{ ...alpine, actions: ['pull'] }])
    const settings = { method: 'PUT', path: 'configurations', as: 'admin' } as const
    expect(await api.call({ ...settings, body: { mirror_projects: 'hub' } })).toMatchObject({ status: 200 })
    expect(await access(asked)).toEqual([
      { ...alpine, actions: ['pull'] },
      { type: 'repository', name: 'grafana/grafana', actions: ['pull'] },
    ])
    await api.call({ method: 'PUT', path: 'projects/hub', as: 'admin', body: { metadata: { public: 'false' } } })
    expect(await access(['repository:grafana/grafana:pull'])).toEqual([])
    expect(await access(['repository:grafana/grafana:pull'], 'rosa')).toMatchObject([{ actions: ['pull'] }])
    await api.call({ ...settings, body: { mirror_projects: '' } })
  })

  it('takes no project for a mirror that is no proxy cache, and no two of one registry', async () => {
    const set = (names: string) =>
      api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { mirror_projects: names } })
    expect(await set('pub')).toMatchObject({ status: 400, reason: 'MIRROR_NO_PROXY' })
    expect(await set('nowhere')).toMatchObject({ status: 400, reason: 'MIRROR_NO_PROXY' })
    await api.createProject('hub2', 'rosa')
    await api.database.pool.query(
      `with docker as (
         insert into registry_endpoint (name, type, url)
         values ('docker too', 'docker-registry', 'https://registry-1.docker.io/') returning id
       )
       update project set registry_id = docker.id from docker where name = 'hub2'`,
    )
    expect(await set('hub,hub2')).toMatchObject({ status: 400, reason: 'MIRRORS_OF_ONE' })
    expect(await set('not a project')).toMatchObject({ status: 422 })
    expect((await api.call({ path: 'configurations', as: 'admin' })).body.mirror_projects.value).toBe('')
  })

  it('takes several scopes in one parameter and in several, classes and nested names', async () => {
    const granted = await access(
      ['repository:priv/a/b:pull repository(plugin):pub/p:pull', 'registry:catalog:*'],
      'sam',
    )
    expect(granted).toEqual([
      { type: 'repository', name: 'priv/a/b', actions: ['pull'] },
      { type: 'repository', class: 'plugin', name: 'pub/p', actions: ['pull'] },
      { type: 'registry', name: 'catalog', actions: ['pull'] },
    ])
    expect(await access(['registry:catalog:*'], 'admin')).toEqual([
      { type: 'registry', name: 'catalog', actions: ['*'] },
    ])
  })

  it('signs once what visitors ask for again, and takes few scopes of them', async () => {
    const first = await token(['repository:pub/app:pull', 'repository:priv/app:pull'])
    const again = await token(['repository:no-such/app:pull', 'repository:pub/app:pull,push'])
    expect(again.answer.body).toEqual(first.answer.body)
    expect((await token(['repository:pub/other:pull'])).answer.body.token).not.toBe(first.answer.body.token)
    const many = Array.from({ length: 150 }, (_, place) => `repository:pub/app${place}:pull`)
    expect(await access(many)).toHaveLength(10)
    expect(await access(many, 'sam')).toHaveLength(100)
  })

  it('gives nothing for names that are no repository of a project', async () => {
    const granted = await access(
      ['repository:priv:pull', 'repository:priv/../pub/x:pull', 'repository:PRIV/x:pull', 'nonsense'],
      'admin',
    )
    expect(granted.every((entry: { actions: string[] }) => entry.actions.length === 0)).toBe(true)
  })

  it('signs a token without access for docker login, and refuses a wrong password with 401', async () => {
    expect(await access([], 'sam')).toEqual([])
    expect(
      await api.call({ path: '/service/token?service=harbor-registry&account=sam', as: 'sam:wrong' }),
    ).toMatchObject({ status: 401 })
    expect(await api.call({ path: '/service/token?service=other' })).toMatchObject({ status: 400 })
  })

  it('answers 405 to POST, on which containerd falls back to GET', async () => {
    const form = { grant_type: 'password' }
    const answer = await api.call({ method: 'POST', path: '/service/token', form })
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
  })

  it('follows the setting for its life, and gives no push in read-only mode', async () => {
    await api.call({
      method: 'PUT',
      path: 'configurations',
      as: 'admin',
      body: { token_expiration: 5, read_only: true },
    })
    const { answer, payload } = await token(['repository:priv/app:pull,push,delete'], 'rosa')
    expect(answer.body.expires_in).toBe(300)
    expect(payload['access'][0].actions).toEqual(['pull'])
    expect(await api.call({ method: 'POST', path: 'projects', as: 'rosa', body: { project_name: 'x' } })).toMatchObject(
      { status: 403, reason: 'READ_ONLY' },
    )
    expect(
      await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { read_only: false } }),
    ).toMatchObject({ status: 200 })
  })
})
