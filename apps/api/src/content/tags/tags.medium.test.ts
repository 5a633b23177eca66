import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let pushImage: ApiUnderTest['content']['pushImage']
beforeAll(async () => {
  api = await ApiUnderTest.start()
  ;({ pushImage } = api.content)
  for (const name of ['uma', 'vera']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
})
afterAll(() => api[Symbol.asyncDispose]())

const BASE = 'projects/apps/repositories'

describe('tags', () => {
  let digest: string
  beforeAll(async () => {
    ;({ digest } = await pushImage('apps/tagged', 'one', ['v1.9', 'v1.10', 'stable']))
    await pushImage('apps/tagged', 'two', ['v2'])
  })

  it('come one row each, with what a page shows of their artifact', async () => {
    const { body, headers } = await api.call({ path: `${BASE}/tagged/tags?sort=name`, as: 'vera' })
    expect(body.map((tag: { name: string }) => tag.name)).toEqual(['stable', 'v1.9', 'v1.10', 'v2'])
    expect(headers['x-total-count']).toBe('4')
    expect(body[1]).toEqual({
      name: 'v1.9',
      digest,
      artifact_id: expect.any(Number),
      media_type: mediaTypes.ociManifest,
      kind: 'image',
      size: expect.any(Number),
      platforms: [{ os: 'linux', architecture: 'amd64' }],
      push_time: expect.stringMatching(/Z$/),
      pull_time: null,
      pull_count: 0,
      pushed_by: 'uma',
      other_tags: ['stable', 'v1.10'],
      immutable: false,
      rule: null,
      labels: [],
    })
  })

  it.each(['-name', 'push_time', '-pull_time', 'size', '-pull_count'])('are sorted by %s', async (sort) => {
    expect((await api.call({ path: `${BASE}/tagged/tags?sort=${sort}`, as: 'vera' })).body).toHaveLength(4)
  })

  it('are filtered by a part of their name, over pages', async () => {
    const answer = await api.call({ path: `${BASE}/tagged/tags?q=name%3D~v1&page_size=1&sort=name&page=2`, as: 'vera' })
    expect(answer.body).toMatchObject([{ name: 'v1.10' }])
    expect(answer.headers['x-total-count']).toBe('2')
  })

  it('are added by developers, once', async () => {
    const create = (name: string) =>
      api.call({ method: 'POST', path: `${BASE}/tagged/artifacts/v2/tags`, as: 'vera', body: { name } })
    const created = await create('v2.0')
    expect(created).toMatchObject({ status: 201, text: '' })
    // A tag alone has no address.
    expect(created.headers).not.toHaveProperty('location')
    expect(await create('v2.0')).toMatchObject({ status: 409, reason: 'TAG_EXISTS' })
    expect(await create('stable')).toMatchObject({ status: 409 })
    expect(await create('-bad')).toMatchObject({ status: 400, reason: 'BAD_TAG_NAME' })
    expect((await api.call({ path: `${BASE}/tagged/artifacts/v2/tags?sort=name`, as: 'vera' })).body).toMatchObject([
      { name: 'v2', immutable: false },
      { name: 'v2.0' },
    ])
  })

  it('of one name that two add at once are added by one of them, and stay where that one put them', async () => {
    await pushImage('apps/twice', 'one', ['a'])
    await pushImage('apps/twice', 'two', ['b'])
    for (let round = 0; round < 5; round += 1) {
      const create = (reference: string) =>
        api.call({
          method: 'POST',
          path: `${BASE}/twice/artifacts/${reference}/tags`,
          as: 'vera',
          body: { name: `round-${round}` },
        })
      const answers = await Promise.all([create('a'), create('b')])
      expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409])
      const winner = answers[0]?.status === 201 ? 'a' : 'b'
      const { body } = await api.call({
        path: `${BASE}/twice/artifacts/${winner}/tags?q=name%3Dround-${round}`,
        as: 'vera',
      })
      expect(body).toHaveLength(1)
    }
  })

  it('are deleted alone: the artifact and its other tags stay', async () => {
    const remove = (path: string, as = 'uma') => api.call({ method: 'DELETE', path: `${BASE}/tagged/${path}`, as })
    expect(await remove('tags/v1.9', 'vera')).toMatchObject({ status: 403 })
    expect(await remove('tags/v1.9')).toMatchObject({ status: 200 })
    expect(await remove('tags/v1.9')).toMatchObject({ status: 404, reason: 'TAG_NOT_FOUND' })
    expect(await remove('artifacts/v2/tags/stable')).toMatchObject({ status: 404, reason: 'TAG_NOT_FOUND' })
    expect(await remove('artifacts/v1.10/tags/stable')).toMatchObject({ status: 200 })
    expect((await api.call({ path: `${BASE}/tagged/artifacts/${digest}`, as: 'vera' })).body.tags).toMatchObject([
      { name: 'v1.10' },
    ])
  })
})
