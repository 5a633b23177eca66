import { randomBytes } from 'node:crypto'
import { mediaTypes } from '@berth/oci'
import { makeImage } from '@berth/testkit'
import { afterAll, expect, it, vi } from 'vitest'
import { startTestRegistry } from '../testing/test-registry.js'

const registry = await startTestRegistry()
const client = registry.client()
afterAll(() => registry[Symbol.asyncDispose]())

it('gives back an image exactly as it was pushed, by tag and by digest', async () => {
  const image = await client.pushImage('dev/httpd', 'v7')
  for (const reference of ['v7', image.digest]) {
    const pulled = await client.pullImage('dev/httpd', reference)
    expect(pulled).toEqual(image)
  }
})

it('stores what the portal shows of an image', async () => {
  const image = await client.pushImage('dev/shown', 'v1.10')
  const { rows } = await registry.database.pool.query(
    `select a.kind, a.platform, a.config -> 'entrypoint' as entrypoint, a.pushed_by, a.total_size, t.sort_key, r.artifact_count, p.repo_count
     from artifact a join tag t on t.artifact_id = a.id join repository r on r.id = a.repository_id join project p on p.id = r.project_id
     where r.name = 'dev/shown'`,
  )
  const size = image.manifest.length + image.config.length + image.layers.reduce((sum, layer) => sum + layer.length, 0)
  expect(rows).toMatchObject([
    {
      kind: 'image',
      platform: { os: 'linux', architecture: 'amd64' },
      entrypoint: ['/berth'],
      pushed_by: 'alice',
      total_size: String(size),
      sort_key: 'v0011.00210"',
      artifact_count: 1,
    },
  ])
})

it.each([
  ['nothing at all', ''],
  ['a list', '[]'],
  ['null', 'null'],
  ['numbers for words', '{"architecture":7,"os":"linux"}'],
  ['not json', 'architecture'],
  ['four megabytes', `{"author":"${'a'.repeat(4 * 1024 * 1024)}"}`],
])('takes an image whose config is %s, and shows nothing of it', async (what, text) => {
  const name = `dev/config-${what.replaceAll(' ', '-')}`
  const config = Buffer.from(text)
  const digest = await client.pushBlob(name, config)
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: { mediaType: mediaTypes.ociConfig, digest, size: config.length },
      layers: [],
    }),
  )
  await client.pushManifest(name, 'v1', manifest, mediaTypes.ociManifest)
  const pulled = await client.expect(200, 'GET', `${name}/manifests/v1`)
  expect(Buffer.from(await pulled.arrayBuffer())).toEqual(manifest)
  const { rows } = await registry.database.pool.query(
    "select kind, platform, config -> 'env' as env from artifact a join repository r on r.id = repository_id where name = $1",
    [name],
  )
  expect(rows).toEqual([{ kind: 'image', platform: null, env: null }])
})

it('refuses a manifest whose blobs the repository does not hold, and says which', async () => {
  const image = makeImage()
  const response = await client.request('PUT', 'dev/incomplete/manifests/latest', {
    body: new Uint8Array(image.manifest),
    headers: { 'content-type': image.mediaType },
  })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ errors: [{ code: 'MANIFEST_BLOB_UNKNOWN' }] })
})

it('refuses in the words of the rule: a part of an index, an immutable tag', async () => {
  const image = await client.pushImage('dev/ruled', 'v1')
  const child = { mediaType: image.mediaType, digest: image.digest, size: image.manifest.length }
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [child] }))
  await client.pushManifest('dev/ruled', 'multi', index, mediaTypes.ociIndex)
  const part = await client.request('DELETE', `dev/ruled/manifests/${image.digest}`)
  expect(part.status).toBe(412)
  expect(await part.json()).toEqual({
    errors: [
      {
        code: 'PRECONDITION',
        message: `The artifact ${image.digest} is part of an index or manifest list: delete that first.`,
      },
    ],
  })
  await registry.database.pool.query(
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern)
     select id, 'ruled', 'mul*' from project where name = 'dev'`,
  )
  const moved = await client.request('PUT', 'dev/ruled/manifests/multi', {
    body: new Uint8Array(image.manifest),
    headers: { 'content-type': image.mediaType },
  })
  expect(moved.status).toBe(412)
  expect(await moved.json()).toEqual({
    errors: [
      {
        code: 'PRECONDITION',
        message: 'The tag multi of dev/ruled is immutable by the rule "ruled : mul*".',
      },
    ],
  })
  // What the tag names already may be pushed again.
  await client.pushManifest('dev/ruled', 'multi', index, mediaTypes.ociIndex)
})

it('takes the type of a manifest in any case, with parameters', async () => {
  const image = await client.pushImage('dev/cased', 'v1')
  await client.expect(201, 'PUT', 'dev/cased/manifests/shouted', {
    body: new Uint8Array(image.manifest),
    headers: { 'content-type': `${image.mediaType.toUpperCase()}; Charset=UTF-8` },
  })
  const headers = { accept: 'APPLICATION/VND.OCI.IMAGE.MANIFEST.V1+JSON' }
  const pulled = await client.expect(200, 'GET', 'dev/cased/manifests/shouted', { headers })
  expect([pulled.headers.get('content-type'), pulled.headers.get('docker-content-digest')]).toEqual([
    image.mediaType,
    image.digest,
  ])
})

it('pushes to a tag only while it names what the client says', async () => {
  const [first, second] = [await client.pushImage('dev/guarded', 'v1'), await client.pushImage('dev/guarded', 'other')]
  const put = (headers: Record<string, string>, tag = 'v1') =>
    client.request('PUT', `dev/guarded/manifests/${tag}`, {
      body: new Uint8Array(second.manifest),
      headers: { 'content-type': second.mediaType, ...headers },
    })
  const stale = await put({ 'if-match': `"${second.digest}"` })
  expect([stale.status, await stale.json()]).toMatchObject([412, { errors: [{ code: 'PRECONDITION' }] }])
  expect((await put({ 'if-none-match': '*' })).status).toBe(412)
  expect((await put({ 'if-match': '*' }, 'new')).status).toBe(412)
  expect((await client.pullImage('dev/guarded', 'v1')).digest).toBe(first.digest)
  expect((await put({ 'if-none-match': '*' }, 'new')).status).toBe(201)
  expect((await put({ 'if-match': `"sha256:0", "${first.digest}"` })).status).toBe(201)
  expect((await client.pullImage('dev/guarded', 'v1')).digest).toBe(second.digest)
})

it('lists more tags than one answer holds, and tells where they go on', async () => {
  const image = await client.pushImage('dev/many-tags', 'v')
  await registry.database.pool.query(
    `insert into tag (repository_id, name, sort_key, artifact_id)
     select a.repository_id, 't' || n, 't' || n, a.id from artifact a join repository r on r.id = a.repository_id,
       generate_series(1, 11999) n where r.name = 'dev/many-tags' and a.digest = $1`,
    [image.digest],
  )
  const seen = new Set<string>()
  for (let path: string | undefined = 'dev/many-tags/tags/list?n=10000'; path !== undefined;) {
    const answer: Response = await client.expect(200, 'GET', path)
    for (const tag of ((await answer.json()) as { tags: string[] }).tags) seen.add(tag)
    path = /<\/v2\/(.+)>/.exec(answer.headers.get('link') ?? '')?.[1]
  }
  expect(seen.size).toBe(12_000)
})

it('says that a project does not exist', async () => {
  const response = await client.request('POST', 'nowhere/httpd/blobs/uploads/')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    errors: [{ code: 'NAME_UNKNOWN', message: 'project nowhere not found' }],
  })
})

it('tells who is about to push of an old blob only where it can be kept until the manifest comes', async () => {
  const digest = await client.pushBlob('dev/old', randomBytes(10))
  await registry.database.pool.query(
    `update repository_blob set linked_at = now() - interval '1 day' where digest = $1`,
    [digest],
  )
  const headers = { authorization: `Bearer ${registry.token('repository:dev/old:pull,push')}` }
  const status = async () =>
    (await fetch(`${registry.url}/v2/dev/old/blobs/${digest}`, { method: 'HEAD', headers })).status
  // It is reclaimed between the look and the keeping.
  const keep = vi.spyOn(registry.metadata, 'keepBlob').mockResolvedValueOnce(false)
  expect(await status()).toBe(404)
  keep.mockRestore()
  expect(await status()).toBe(200)
  const { rows } = await registry.database.pool.query(
    `select linked_at > now() - interval '1 hour' as kept from repository_blob where digest = $1`,
    [digest],
  )
  expect(rows).toEqual([{ kept: true }])
})
