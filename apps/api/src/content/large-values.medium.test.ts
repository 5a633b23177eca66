import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PAGE_BYTES } from '../listing/list-statement.js'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createProject('large', 'admin')
})
afterAll(() => api[Symbol.asyncDispose]())

/** So that compression has nothing to do. */
const noise = (length: number) => Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join('')
const get = async (path: string) => {
  const answer = await api.call({ path: `projects/large/repositories/${path}`, as: 'admin' })
  expect(answer.status).toBe(200)
  return answer
}
const push = async (repository: string, annotations: object, tags: string[], more: object = {}) => {
  const name = `large/${repository}`

  const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [], annotations }

  return api.content.pushManifest(name, manifest, tags, more)
}

it('leaves out of lists and of the artifact what annotations have too much of', async () => {
  const sizes = [3_900_000, 3_800_000, 70_000]
  for (const [index, size] of sizes.entries()) await push('annotated', { text: 'a'.repeat(size) }, [`v${index}`])
  await push('annotated', { text: noise(40_000) }, ['noise'])
  await push('annotated', { text: 'short' }, ['short'])
  const { body, text } = await get('annotated/artifacts?q=tags=*')
  expect(text.length).toBeLessThan(20_000)
  expect(body.map((row: { annotations: unknown }) => row.annotations)).toEqual([
    { text: 'short' },
    null,
    null,
    null,
    null,
  ])
  expect((await get('annotated/artifacts/v0')).body.annotations).toBeNull()
})

it('shows every row of a page, but not all that is large once the page is full', async () => {
  for (let index = 0; index < 60; index += 1)
    await push('many', { text: 'a'.repeat(60_000), index: `${index}` }, [`v${index}`])
  const { body, text } = await get('many/artifacts?page_size=100&q=tags=*')
  expect(body).toHaveLength(60)
  expect(text.length).toBeLessThan(1.1 * PAGE_BYTES)
  expect(body[0]).toMatchObject({ annotations: { index: '59' }, tags: [{ name: 'v59' }] })
  expect(body[59]).toMatchObject({ annotations: null, tags: null, references: null, extra_attrs: {}, type: 'IMAGE' })
  expect((await get('many/artifacts/v0')).body).toMatchObject({ annotations: { index: '0' }, tags: [{ name: 'v0' }] })
})

it('shows what a config has too much of nowhere, and some of what there is too many of', async () => {
  const step = { createdBy: 'RUN make'.repeat(1000) }
  const long = {
    os: 'linux',
    architecture: 'amd64',
    labels: { a: noise(50_000) },
    history: Array.from({ length: 700 }, () => step),
  }
  const { digest } = await api.content.pushImage(
    'large/configured',
    'an image',
    Array.from({ length: 150 }, (_, index) => `v${index}`),
    {
      config: long,
      platform: { os: 'x'.repeat(2_000_000), architecture: 'amd64' },
    },
  )
  const { body } = await get(`configured/artifacts/${digest}`)
  expect(body.extra_attrs).toEqual({})
  expect(body.tags).toHaveLength(100)
  const history = (await get(`configured/artifacts/${digest}/additions/build_history`)).body
  expect(history).toHaveLength(500)
  expect(history[0].created_by).toHaveLength(2000)
  const { body: tags, text } = await get('configured/tags?page_size=100')
  expect(tags[0].platforms).toEqual([])
  expect(text.length).toBeLessThan(PAGE_BYTES)
})

it('shows the first children of an index, without what they have too much of', async () => {
  const child = await api.content.pushImage('large/index', 'child', [])
  const manifests = Array.from({ length: 250 }, (_, index) => ({
    mediaType: child.mediaType,
    digest: child.digest,
    size: child.size,
    platform: { os: 'linux', architecture: 'amd64', variant: `v${index}` },
    annotations: { text: index === 0 ? noise(5000) : 'short' },
  }))
  await api.content.pushManifest('large/index', { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests }, [
    'all',
  ])
  const { references } = (await get('index/artifacts/all')).body
  expect(references).toHaveLength(200)
  expect(references.slice(0, 2)).toMatchObject([{ annotations: null }, { annotations: { text: 'short' } }])
  expect((await get('index/tags')).body[0].platforms).toHaveLength(200)
})

it('takes words for the metadata of a project, no books', async () => {
  // Of a key that is none of Berth's: all of these have words of their own.
  const body = (note: string) => ({
    method: 'PUT' as const,
    path: 'projects/large',
    as: 'admin',
    body: { metadata: { note } },
  })
  expect(await api.call(body('x'.repeat(256)))).toMatchObject({ status: 422 })
  expect(await api.call(body('x'.repeat(255)))).toMatchObject({ status: 200 })
})

it('shows so many of every row that nobody waits for long, and a link to the rest in whatever order', async () => {
  await push('crowded', {}, ['v0'])
  await api.database.pool.query(
    `insert into artifact (repository_id, digest, kind, media_type, manifest, total_size)
     select a.repository_id, 'sha256:' || encode(sha256(number::text::bytea), 'hex'), a.kind, a.media_type, a.manifest, a.total_size
     from artifact a join repository r on r.id = a.repository_id, generate_series(1, 3000) number where r.name = 'large/crowded'`,
  )
  await api.database.pool.query(`update repository set listed_count = 3001 where name = 'large/crowded'`)
  for (const sort of ['id', '-pull_time']) {
    const first = await get(`crowded/artifacts?page_size=0&sort=${sort}`)
    expect(first.body).toHaveLength(3000)
    const links = String(first.headers['link']).split(' , ')
    const next = links.map((link) => /^<(.*)>; rel="next"$/.exec(link)?.[1]).find((link) => link !== undefined)
    const rest = await api.call({ path: next ?? '', as: 'admin' })
    const ids = [...first.body, ...rest.body].map(({ id }: { id: number }) => id)
    expect(new Set(ids).size).toBe(3001)
  }
})
