import { parseRepositoryName, parseTag } from '@berth/oci'
import { Endpoints, providers } from '@berth/registry-endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let api: ApiUnderTest
let endpoints: Endpoints
let url: string
beforeAll(async () => {
  api = stack.use(await ApiUnderTest.start())
  await api.createUser('uma')
  await api.createProject('dev', 'uma')
  await api.app.listen(0, '127.0.0.1')
  url = await api.app.getUrl()
  endpoints = stack.use(new Endpoints({ database: api.registry, secretKey: 'ab'.repeat(32), allow: ['127.0.0.1'] }))
  const { content } = api
  const { digest } = await content.pushImage('dev/team/app', 'one', ['v1', 'latest'])
  await content.pushImage('dev/team/app', 'two', ['v2'])
  const label = await api.call({ method: 'POST', path: 'labels', as: 'admin', body: { name: 'good', scope: 'g' } })
  const id = Number(String(label.headers['location']).split('/').at(-1))
  const path = `projects/dev/repositories/team%252Fapp/artifacts/${digest}/labels`
  expect(await api.call({ method: 'POST', path, as: 'uma', body: { id } })).toMatchObject({ status: 200 })
})

const name = parseRepositoryName('dev/team/app')
const connect = (type: string, accessKey: string, secret: string) =>
  endpoints.tryOut({
    name: 'elsewhere',
    provider: providers.get(type) ?? expect.fail(),
    access: { url: new URL(url), accessKey, secret },
    verifyCertificate: true,
    authority: '',
    version: 1,
  })

describe.each(['berth', 'harbor'])('a Berth elsewhere, set up as %s', (type) => {
  it('lists what it has, with tags and labels', async () => {
    await using connection = connect(type, 'uma', USER_PASSWORD)
    const names = []
    for await (const one of connection.repositories('dev/')) names.push(one)
    expect(names).toEqual(['dev/team/app'])
    const artifacts = []
    for await (const one of connection.artifacts(name)) artifacts.push(one)
    expect(artifacts.map(({ tags, labels, isImage }) => ({ tags: tags.toSorted(), labels, isImage }))).toEqual([
      { tags: ['latest', 'v1'], labels: ['good'], isImage: true },
      { tags: ['v2'], labels: [], isImage: true },
    ])
  })

  it('makes the project that somebody is to push to, once', async () => {
    await using connection = connect(type, 'admin', ADMIN_PASSWORD)
    for (let turn = 0; turn < 2; turn++) await connection.prepare(parseRepositoryName(`made-as-${type}/app`))
    expect(await api.call({ path: `projects/made-as-${type}`, as: 'admin' })).toMatchObject({
      status: 200,
      body: { metadata: { public: 'false' } },
    })
  })

  it('says so where the account may make none', async () => {
    await using connection = connect(type, 'nobody', 'Wrong1234')
    await expect(connection.prepare(parseRepositoryName('other/app'))).rejects.toThrow(/401|403|no project/)
  })

  it('deletes a tag, and leaves the others', async () => {
    await using connection = connect(type, 'uma', USER_PASSWORD)
    const path = 'projects/dev/repositories/team%252Fapp/artifacts/latest/tags'
    const extra = parseTag(`extra-${type}`)
    expect(await api.call({ method: 'POST', path, as: 'uma', body: { name: extra } })).toMatchObject({ status: 201 })
    expect(await connection.deleteTag(name, extra)).toBe(true)
    expect(await connection.deleteTag(name, extra)).toBe(false)
    const left = (await api.call({ path, as: 'uma' })).body as { name: string }[]
    expect(left.map((tag) => tag.name).toSorted()).toEqual(['latest', 'v1'])
  })
})
