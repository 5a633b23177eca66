import { createReclaim } from '@berth/metadata'
import { digestOf, mediaTypes, parseRepositoryName, type Digest } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'vera', 'gus', 'will']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
  await api.addMember('apps', 'uma', 'gus', 3)
})
afterAll(() => api[Symbol.asyncDispose]())

const path = (repository: string, rest: string) => `projects/apps/repositories/${repository}/${rest}`
const list = async (repository: string, query = '') =>
  api.call({ path: path(repository, `deleted${query}`), as: 'gus' })
const remove = async (repository: string, rest: string) => {
  const answer = await api.call({ method: 'DELETE', path: path(repository, rest), as: 'uma' })
  expect(answer.status).toBe(200)
}
const restore = (repository: string, reference: string, as = 'vera') =>
  api.call({ method: 'POST', path: path(repository, `deleted/${reference}/restore`), as })

describe('what was deleted', () => {
  it('is listed with who did it and until when it can be restored', async () => {
    const image = await api.content.pushImage('apps/web', 'web', ['v1', 'v2', 'latest'])
    const other = await api.content.pushImage('apps/web', 'other', ['edge'])
    expect((await list('web')).body).toEqual([])
    await remove('web', 'tags/v1')
    await remove('web', `artifacts/${other.digest}`)
    const { body, headers } = await list('web')
    expect(headers['x-total-count']).toBe('2')
    expect(body).toEqual([
      {
        kind: 'artifact',
        name: null,
        digest: other.digest,
        type: 'IMAGE',
        size: expect.any(Number),
        tags: ['edge'],
        taken_tags: [],
        deleted_at: expect.stringMatching(/Z$/),
        deleted_by: 'uma',
        expires_at: expect.stringMatching(/Z$/),
        restorable: true,
      },
      expect.objectContaining({ kind: 'tag', name: 'v1', digest: image.digest, tags: [], deleted_by: 'uma' }),
    ])
    const kept = Date.parse(body[0].expires_at) - Date.parse(body[0].deleted_at)
    expect(kept).toBe(604_800_000)
  })

  it.each([
    ['?q=kind%3Dtag', ['v1']],
    ['?q=name%3D~ED', [null]],
    ['?q=name%3Dv1', ['v1']],
    ['?q=name%3Dv2', []],
    ['?sort=name', ['v1', null]],
    ['?sort=deleted_at&page_size=1', ['v1']],
    ['?sort=-size&q=type%3DIMAGE,deleted_by%3Duma', [null, 'v1']],
  ])('is filtered, sorted and paged by %s', async (query, names) => {
    const { body } = await list('web', query)
    expect(body.map((row: { name: string | null }) => row.name)).toEqual(names)
  })

  it('no longer lists what was pushed again', async () => {
    await api.content.pushImage('apps/again', 'again', ['v1'])
    await remove('again', 'tags/v1')
    await api.content.pushImage('apps/again', 'another', ['v1'])
    expect((await list('again')).body).toEqual([])
    await remove('again', 'artifacts/v1')
    await api.content.pushImage('apps/again', 'third', ['v1'])
    expect((await list('again')).body).toMatchObject([{ kind: 'artifact', tags: [], taken_tags: ['v1'] }])
  })

  it('is listed for members, restored by developers', async () => {
    const { digest } = await api.content.pushImage('apps/rights', 'rights', ['v1'])
    await remove('rights', 'artifacts/v1')
    expect(await api.call({ path: path('rights', 'deleted'), as: 'will' })).toMatchObject({ status: 403 })
    expect(await restore('rights', digest, 'gus')).toMatchObject({ status: 403 })
    expect(await restore('rights', digest, 'will')).toMatchObject({ status: 403 })
    expect(await restore('rights', digest)).toMatchObject({
      status: 200,
      body: { digest, tags: ['v1'], taken_tags: [], missing: [] },
    })
    expect((await list('rights')).body).toEqual([])
  })

  it('comes back by digest or tag, once', async () => {
    const { digest } = await api.content.pushImage('apps/back', 'back', ['v1', 'v2'])
    await remove('back', 'tags/v1')
    expect(await restore('back', 'v1')).toMatchObject({ status: 200, body: { digest, tags: ['v1'] } })
    expect(await restore('back', 'v1')).toMatchObject({ status: 409, reason: 'TAG_EXISTS' })
    await remove('back', `artifacts/${digest}`)
    expect(await restore('back', digest)).toMatchObject({ status: 200, body: { tags: ['v1', 'v2'] } })
    for (const reference of [digest, digestOf(Buffer.from('never')), 'v3', '-no-tag', 'sha256:12']) {
      expect(await restore('back', reference)).toMatchObject({ status: 404, reason: 'NOTHING_TO_RESTORE' })
    }
    expect(await restore('nothing', 'v1')).toMatchObject({ status: 404, reason: 'REPOSITORY_NOT_FOUND' })
  })

  it('says what of an index is missing', async () => {
    const image = await api.content.pushImage('apps/index', 'child', [])
    const index = await api.content.pushManifest(
      'apps/index',
      { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [image] },
      ['v1'],
    )
    await remove('index', 'artifacts/v1')
    await remove('index', `artifacts/${image.digest}`)
    await api.database.pool.query('delete from artifact where digest = $1', [image.digest])
    expect(await restore('index', index.digest)).toMatchObject({
      status: 200,
      body: { tags: ['v1'], missing: [image.digest] },
    })
  })

  it('that lacks a blob is listed as such, and refused with its digest', async () => {
    const { digest } = await api.content.pushImage('apps/lacking', 'lacking', ['v1'])
    await remove('lacking', 'artifacts/v1')
    const blob = digestOf(Buffer.from('layer of lacking'))
    await api.metadata.unlinkBlob(parseRepositoryName('apps/lacking'), blob)
    expect((await list('lacking')).body).toMatchObject([{ digest, restorable: false }])
    const answer = await restore('lacking', digest)
    expect(answer).toMatchObject({ status: 412, reason: 'BLOBS_MISSING' })
    expect(answer.text).toContain(blob)
  })

  it('is neither listed nor restored when its time is over, whether reclaim has come or not', async () => {
    const { digest } = await api.content.pushImage('apps/over', 'over', ['v1', 'v2'])
    await remove('over', 'tags/v1')
    await remove('over', 'artifacts/v2')
    const { pool } = api.database
    await pool.query(
      `update tag_event set at = at - interval '8 days' where repository_id = (select id from repository where name = 'apps/over')`,
    )
    await pool.query(`update artifact set deleted_at = deleted_at - interval '8 days' where digest = $1`, [digest])
    for (const purge of [false, true]) {
      if (purge) await createReclaim(api.registry).purgeExpiredArtifacts(604_800, 100)
      expect((await list('over')).body).toEqual([])
      for (const reference of [digest, 'v1', 'v2']) {
        expect(await restore('over', reference)).toMatchObject({ status: 404, reason: 'NOTHING_TO_RESTORE' })
      }
    }
    expect((await api.call({ path: path('over', 'artifacts'), as: 'gus' })).body).toEqual([])
  })

  it('is gone with its repository', async () => {
    const { digest } = await api.content.pushImage('apps/whole', 'whole', ['v1'])
    await remove('whole', 'artifacts/v1')
    await api.call({ method: 'DELETE', path: 'projects/apps/repositories/whole', as: 'uma' })
    await api.content.pushImage('apps/whole', 'anew', ['v1'])
    expect((await list('whole')).body).toEqual([])
    expect(await restore('whole', digest)).toMatchObject({ status: 404, reason: 'NOTHING_TO_RESTORE' })
  })
})

describe('deleting for good', () => {
  const purge = (repository: string, digest: string, as = 'uma') =>
    api.call({ method: 'DELETE', path: path(repository, `deleted/${digest}`), as })

  it('takes a deleted artifact at once, with the blobs that nothing else there uses, and writes that down', async () => {
    const secret = await api.content.pushImage('apps/leak', 'secret', ['v1'])
    const other = await api.content.pushImage('apps/leak', 'other', ['v2'])
    const name = parseRepositoryName('apps/leak')
    const blobsOf = async (digest: string) => {
      const { rows } = await api.database.pool.query<{ digest: string }>(
        `select u.digest from artifact_blob u join artifact a on a.id = u.artifact_id join repository r on r.id = a.repository_id
         where r.name = 'apps/leak' and a.digest = $1`,
        [digest],
      )
      return rows.map((row) => row.digest)
    }
    const [leaked, kept] = [await blobsOf(secret.digest), await blobsOf(other.digest)]
    const charged = async () =>
      Number((await api.database.pool.query('select sum(bytes) as sum from quota_delta')).rows[0].sum)
    expect(await purge('leak', secret.digest)).toMatchObject({ status: 404, reason: 'NOTHING_TO_PURGE' })
    await remove('leak', `artifacts/${secret.digest}`)
    const before = await charged()
    expect(await purge('leak', secret.digest, 'vera')).toMatchObject({ status: 403 })
    expect(await purge('leak', 'v1')).toMatchObject({ status: 404 })
    expect(await purge('leak', secret.digest)).toMatchObject({ status: 200 })
    expect(await charged()).toBeLessThan(before)
    expect((await list('leak')).body).toEqual([])
    expect(await restore('leak', secret.digest)).toMatchObject({ status: 404 })
    const shared = leaked.filter((digest) => kept.includes(digest))
    for (const digest of leaked)
      expect((await api.metadata.findBlob(name, digest as Digest)) !== undefined, digest).toBe(shared.includes(digest))
    for (const digest of kept) expect(await api.metadata.findBlob(name, digest as Digest), digest).toBeDefined()
    const { rows } = await api.database.pool.query(
      "select actor_name, payload from event where type = 'artifact.purged'",
    )
    expect(rows).toEqual([{ actor_name: 'uma', payload: expect.objectContaining({ digest: secret.digest }) }])
    expect(await purge('leak', secret.digest)).toMatchObject({ status: 404 })
  })
})

it('is a list for members: no visitor of a public project learns who deletes', async () => {
  await api.createProject('open', 'uma', true)
  await api.content.pushImage('open/web', 'web', ['v1'])
  const listed = (as?: string) =>
    api.call({ path: 'projects/open/repositories/web/deleted', ...(as === undefined ? {} : { as }) })
  expect(await listed('uma')).toMatchObject({ status: 200 })
  expect(await listed('will')).toMatchObject({ status: 403 })
  expect(await listed()).toMatchObject({ status: 401 })
})
