import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'vera', 'will']) await api.createUser(name)
  await api.createProject('from', 'uma')
  await api.createProject('to', 'uma')
  await api.addMember('to', 'uma', 'vera', 2)
})
afterAll(() => api[Symbol.asyncDispose]())

const copy = (from: string, into: string, as = 'uma') =>
  api.call({
    method: 'POST',
    path: `projects/to/repositories/${encodeURIComponent(encodeURIComponent(into))}/artifacts?from=${encodeURIComponent(from)}`,
    as,
  })
const referrers = async (project: string, repository: string, reference: string) =>
  (
    await api.call({
      path: `projects/${project}/repositories/${repository}/artifacts/${reference}/referrers`,
      as: 'uma',
    })
  ).body
const treeOf = (rows: { digest: string; subject: string }[]) =>
  rows.map(({ digest, subject }) => `${subject} ${digest}`).toSorted()

interface Descriptor {
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

async function attach(repository: string, subject: Descriptor, text: string) {
  const config = { mediaType: mediaTypes.ociEmpty, ...(await api.content.pushBlob(repository, '{}')) }
  const layer = { mediaType: 'text/plain', ...(await api.content.pushBlob(repository, text)) }
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    artifactType: `text/${text}`,
    config,
    layers: [layer],
    subject,
  }
  return api.content.pushManifest(repository, manifest, [])
}

it('an index goes to another project with its parts and all that is about any of them', async () => {
  const child = await api.content.pushImage('from/multi', 'child', [])
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [child] }
  const index = await api.content.pushManifest('from/multi', manifest, ['v1'])
  for (const text of ['one', 'two']) await attach('from/multi', index, text)
  const sbom = await attach('from/multi', child, 'sbom')
  await attach('from/multi', sbom, 'signature')
  await api.content.pushImage('from/multi', 'signature by tag', [`${index.digest.replace(':', '-')}.sig`])

  const copied = await copy('from/multi:v1', 'team/multi')
  expect(copied).toMatchObject({ status: 201, text: '' })
  expect(copied.headers['location']).toBe(`/api/v2.0/projects/to/repositories/team%252Fmulti/artifacts/${index.digest}`)
  for (const reference of [index.digest, child.digest])
    expect(treeOf(await referrers('to', 'team%252Fmulti', reference))).toEqual(
      treeOf(await referrers('from', 'multi', reference)),
    )
  expect(await referrers('to', 'team%252Fmulti', 'v1')).toHaveLength(3)
  const listed = await api.call({ path: 'projects/to/repositories/team%252Fmulti/artifacts', as: 'vera' })
  expect(listed.body).toMatchObject([{ digest: index.digest, pushed_by: 'uma', tags: [{ name: 'v1' }] }])
  // Again: nothing more is there, and nothing is charged.
  const used = async () => (await api.database.pool.query('select sum(bytes) from quota_delta')).rows[0]?.sum
  const before = await used()
  expect((await copy('from/multi:v1', 'team/multi')).status).toBe(201)
  expect(await used()).toBe(before)
})

it('by tag the copy gets that tag, by digest those that are free there', async () => {
  const old = await api.content.pushImage('to/tags', 'old', ['v1', 'v2'])
  const image = await api.content.pushImage('from/tags', 'new', ['v1', 'v3'])
  const tagsOf = async (digest: string) =>
    (
      (await api.call({ path: `projects/to/repositories/tags/artifacts/${digest}/tags?sort=name`, as: 'vera' }))
        .body as { name: string }[]
    ).map(({ name }) => name)
  expect((await copy(`from/tags@${image.digest}`, 'tags')).status).toBe(201)
  expect([await tagsOf(old.digest), await tagsOf(image.digest)]).toEqual([['v1', 'v2'], ['v3']])
  expect((await copy('from/tags:v1', 'tags')).status).toBe(201)
  expect([await tagsOf(old.digest), await tagsOf(image.digest)]).toEqual([['v2'], ['v1', 'v3']])
})

it('needs rights on both sides', async () => {
  await api.content.pushImage('from/secret', 'secret', ['v1'])
  // A developer of the target who may not see the source, and the reverse.
  expect(await copy('from/secret:v1', 'secret', 'vera')).toMatchObject({ status: 403 })
  expect(await copy('none/secret:v1', 'secret', 'vera')).toMatchObject({ status: 403 })
  await api.addMember('from', 'uma', 'will', 3)
  expect(await copy('from/secret:v1', 'secret', 'will')).toMatchObject({ status: 403 })
  await api.addMember('from', 'uma', 'vera', 3)
  expect(await copy('from/secret:v1', 'secret', 'vera')).toMatchObject({ status: 201 })
})

it.each([
  ['from/none:v1', 404],
  ['from/secret:none', 404],
  ['from/secret', 400],
  ['secret:v1', 400],
  ['from/secret@sha256:12', 400],
  ['../x:v1', 400],
])('says what is wrong with %s', async (from, status) => {
  expect((await copy(from, 'wrong')).status).toBe(status)
  expect((await api.call({ path: 'projects/to/repositories/wrong', as: 'uma' })).status).toBe(404)
})

it('stops at the quota of the target, and leaves nothing there', async () => {
  await api.createProject('small', 'uma')
  await api.database.pool.query(
    `update quota set hard_bytes = 10 where project_id = (select id from project where name = 'small')`,
  )
  const path = 'projects/small/repositories/app/artifacts?from=from/secret:v1'
  expect(await api.call({ method: 'POST', path, as: 'uma' })).toMatchObject({ status: 403, reason: 'QUOTA_EXCEEDED' })
  expect((await api.call({ path: 'projects/small/repositories', as: 'uma' })).body).toEqual([])
})

it('moves no tag that a rule of the target keeps', async () => {
  await api.content.pushImage('to/kept', 'kept', ['v1'])
  await api.database.pool.query(
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern) select id, 'kept', 'v1' from project where name = 'to'`,
  )
  expect(await copy('from/secret:v1', 'kept')).toMatchObject({ status: 412, reason: 'TAG_IMMUTABLE' })
})

const proxied = (project: string) =>
  api.database.pool.query(
    `with elsewhere as (
       insert into registry_endpoint (name, type, url) values ($1, 'docker-registry', 'https://r.example') returning id
     )
     update project set registry_id = elsewhere.id from elsewhere where project.name = $1`,
    [project],
  )

it('brings nothing into a project that has its content from another registry', async () => {
  await api.createProject('hub', 'uma')
  await proxied('hub')
  const path = 'projects/hub/repositories/alpine/artifacts?from=from/secret:v1'
  expect(await api.call({ method: 'POST', path, as: 'uma' })).toMatchObject({ status: 405, reason: 'PROXY_CACHE_ONLY' })
  expect((await api.call({ path: 'projects/hub/repositories', as: 'uma' })).body).toEqual([])
})

it('gives no tag where the content is that of another registry', async () => {
  await api.createProject('mirror', 'uma')
  const artifacts = 'projects/mirror/repositories/alpine/artifacts'
  const copied = await api.call({ method: 'POST', path: `${artifacts}?from=from/secret:v1`, as: 'uma' })
  expect(copied).toMatchObject({ status: 201 })
  await proxied('mirror')
  const [{ digest }] = (await api.call({ path: artifacts, as: 'uma' })).body
  const tag = { method: 'POST', path: `${artifacts}/${digest}/tags`, as: 'uma', body: { name: 'latest' } } as const
  expect(await api.call(tag)).toMatchObject({ status: 405, reason: 'PROXY_CACHE_ONLY' })
  expect(await api.call({ method: 'DELETE', path: `${artifacts}/${digest}`, as: 'uma' })).toMatchObject({ status: 200 })
  for (const reference of ['v1', digest]) {
    const path = `projects/mirror/repositories/alpine/deleted/${reference}/restore`
    expect(await api.call({ method: 'POST', path, as: 'uma' })).toMatchObject({
      status: 405,
      reason: 'PROXY_CACHE_ONLY',
    })
  }
  const history = 'projects/mirror/repositories/alpine/tags/v1/history'
  const [{ id }] = (await api.call({ path: history, as: 'uma' })).body
  expect(await api.call({ method: 'POST', path: `${history}/${id}/restore`, as: 'uma' })).toMatchObject({
    status: 405,
    reason: 'PROXY_CACHE_ONLY',
  })
})

it('takes nothing out of a proxy cache that has only a part of it', async () => {
  await api.createProject('cache', 'uma')
  const path = 'projects/cache/repositories/alpine/artifacts?from=from/secret:v1'
  expect(await api.call({ method: 'POST', path, as: 'uma' })).toMatchObject({ status: 201 })
  await proxied('cache')
  await api.database.pool.query(
    `with part as (delete from repository_blob l using repository r where r.id = l.repository_id and r.name = 'cache/alpine' returning r.id)
     update artifact_blob b set held = false from artifact a where a.id = b.artifact_id and a.repository_id in (select id from part)`,
  )
  expect(await copy('cache/alpine:v1', 'half')).toMatchObject({ status: 412, reason: 'CACHE_INCOMPLETE' })
  expect((await api.call({ path: 'projects/to/repositories/half/artifacts', as: 'uma' })).body).toEqual([])
})

it('takes no index out of a proxy cache whose parts were never pulled, and says which', async () => {
  await api.createProject('parts', 'uma')
  const here = await api.content.pushImage('parts/os', 'here', [])
  const elsewhere = await api.content.pushImage('parts/os', 'elsewhere', [])
  const part = (image: { digest: string; size: number }, architecture: string) => ({
    mediaType: mediaTypes.ociManifest,
    digest: image.digest,
    size: image.size,
    platform: { os: 'linux', architecture },
  })
  const manifests = [part(here, 'amd64'), part(elsewhere, 'arm64')]
  const index = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests }
  await api.content.pushManifest('parts/os', index, ['v1'])
  await proxied('parts')
  await api.database.pool.query('update artifact set deleted_at = now() where digest = $1', [elsewhere.digest])
  const { status, body } = await copy('parts/os:v1', 'whole')
  expect(status).toBe(412)
  expect(body.errors).toMatchObject([{ reason: 'CACHE_INCOMPLETE' }])
  expect(body.errors[0].message).toContain(elsewhere.digest)
  expect(body.errors[0].message).not.toContain(`lacks: ${here.digest}`)
  expect((await api.call({ path: 'projects/to/repositories/whole', as: 'uma' })).status).toBe(404)
})
