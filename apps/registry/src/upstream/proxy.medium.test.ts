import { digestOf, mediaTypes } from '@berth/oci'
import { makeImage, OciClient } from '@berth/testkit'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'
import { FakeUpstream, insertProxyProject } from './upstream.test.support.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const platform = stack.use(await startTestPlatform({ env: { BERTH_OUTBOUND_ALLOW: '127.0.0.1' } }))
const upstream = stack.use(await FakeUpstream.start())
const { client, database } = platform
const long = { proxy_cache_tag_ttl: '3600', proxy_cache_negative_ttl: '3600' }
await insertProxyProject(database, { name: 'hub', url: upstream.url, metadata: long })
// Asks at each pull.
const other = { proxy_cache_tag_ttl: '0', proxy_cache_negative_ttl: '0' }
await insertProxyProject(database, { name: 'eager', url: `${upstream.url}/`, metadata: other })

beforeEach(() => {
  upstream.way = 'well'
  upstream.status = undefined
  upstream.asked.length = 0
})

const tagsOf = async (name: string) => {
  const { rows } = await database.pool.query<{ tag: string; digest: string }>(
    `select t.name as tag, a.digest from tag t join artifact a on a.id = t.artifact_id
     join repository r on r.id = a.repository_id where r.name = $1 order by t.name`,
    [name],
  )
  return rows
}

const none = Buffer.alloc(0)
const stored = async (digest: string) =>
  (await database.pool.query('select from repository_blob where digest = $1', [digest])).rowCount

describe('a project that has its content from another registry', () => {
  it('takes no push, in the words of Harbor', async () => {
    const refused = await client.request('PUT', 'hub/app/manifests/v1', { body: '{}' })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      errors: [{ code: 'DENIED', message: 'can not push artifact to a proxy project: hub' }],
    })
    expect((await client.request('POST', 'hub/app/blobs/uploads/')).status).toBe(403)
  })

  it('serves images while it stores them, and from then on without asking for more than a head', async () => {
    const image = makeImage({ layerSize: 300_000 })
    upstream.put('team/app', 'v1', image)
    expect((await client.pullImage('eager/team/app', 'v1')).layers).toEqual(image.layers)
    await expect.poll(() => stored(digestOf(image.layers[1] ?? none))).toBe(1)
    upstream.asked.length = 0
    await client.pullImage('eager/team/app', 'v1')
    expect(upstream.asked).toEqual(['HEAD team/app manifests v1'])
  })

  it('answers HEAD as GET does, also while nothing is here, and tags what was asked for by tag', async () => {
    const [amd, arm] = [makeImage(), makeImage({ architecture: 'arm64' })]
    const children = [amd, arm].map((image, place) => ({
      mediaType: image.mediaType,
      digest: image.digest,
      size: image.manifest.length,
      platform: { os: 'linux', architecture: place === 0 ? 'amd64' : 'arm64' },
    }))
    for (const image of [amd, arm]) upstream.put('multi', 'none', image)
    const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: children }))
    const digest = upstream.putManifest('multi', 'latest', index, mediaTypes.ociIndex)
    const headers = (response: Response) =>
      ['docker-content-digest', 'content-type', 'content-length', 'etag'].map((name) => response.headers.get(name))
    const head = headers(await client.expect(200, 'HEAD', 'hub/multi/manifests/latest'))
    expect(head).toEqual([digest, mediaTypes.ociIndex, String(index.length), `"${digest}"`])
    const got = await client.expect(200, 'GET', `hub/multi/manifests/${digest}`)
    expect(headers(got)).toEqual(head)
    await got.arrayBuffer()
    await client.pullImage('hub/multi', amd.digest)
    expect(await tagsOf('hub/multi')).toEqual([{ tag: 'latest', digest }])
    const { rows } = await database.pool.query(
      `select a.platform ->> 'architecture' as architecture from artifact a join repository r on r.id = a.repository_id
       where r.name = 'hub/multi' and a.digest = $1`,
      [amd.digest],
    )
    expect(rows).toEqual([{ architecture: 'amd64' }])
  })

  it('asks again what a tag leads to after its time, and after its copy was deleted', async () => {
    const [first, second, third] = [makeImage(), makeImage(), makeImage()]
    const pulled = async (project: string) => (await client.pullImage(`${project}/moving`, 'latest')).digest
    upstream.put('moving', 'latest', first)
    expect([await pulled('hub'), await pulled('eager')]).toEqual([first.digest, first.digest])
    upstream.put('moving', 'latest', second)
    expect([await pulled('hub'), await pulled('eager')]).toEqual([first.digest, second.digest])
    await client.expect(202, 'DELETE', `hub/moving/manifests/${first.digest}`)
    expect(await pulled('hub')).toBe(second.digest)
    upstream.put('moving', 'latest', third)
    expect(await pulled('eager')).toBe(third.digest)
  })

  it('says that there is no such manifest, and remembers that', async () => {
    for (const _ of [1, 2]) {
      const missing = await client.request('GET', 'hub/none/manifests/1')
      expect(missing.status).toBe(404)
      expect(await missing.json()).toMatchObject({ errors: [{ code: 'MANIFEST_UNKNOWN' }] })
    }
    expect(upstream.asked).toHaveLength(1)
  })

  it.each(['cut', 'spoil', 'short', 'long'] as const)(
    'breaks off and stores nothing where a blob comes %s',
    async (way) => {
      const image = makeImage({ layers: 1, layerSize: 3_000_000 })
      const digest = digestOf(image.layers[0] ?? none)
      upstream.put(`bad/${way}`, 'v1', image)
      await (await client.expect(200, 'GET', `hub/bad/${way}/manifests/v1`)).arrayBuffer()
      upstream.way = way
      const broken = async () => {
        const response = await client.request('GET', `hub/bad/${way}/blobs/${digest}`)
        return response.ok && Buffer.from(await response.arrayBuffer()).length
      }
      await expect(broken()).rejects.toThrow()
      expect(await stored(digest)).toBe(0)
      upstream.way = 'well'
      await expect
        .poll(async () => (await client.request('GET', `hub/bad/${way}/blobs/${digest}`)).status, { timeout: 20_000 })
        .toBe(200)
      expect((await client.pullBlob(`hub/bad/${way}`, digest)).equals(image.layers[0] ?? none)).toBe(true)
    },
    60_000,
  )

  it('takes no manifest for another one, and keeps none such', async () => {
    const [image, other] = [makeImage(), makeImage()]
    upstream.put('bad/manifest', 'v1', image)
    upstream.manifests.set(`bad/manifest@${image.digest}`, { bytes: other.manifest, mediaType: other.mediaType })
    for (const reference of ['v1', image.digest]) {
      const response = await client.request('GET', `hub/bad/manifest/manifests/${reference}`)
      expect(response.ok && Buffer.from(await response.arrayBuffer()).equals(other.manifest)).toBe(false)
    }
    upstream.put('bad/manifest', 'v1', image)
    const good = await client.request('GET', `hub/bad/manifest/manifests/${image.digest}`)
    expect(Buffer.from(await good.arrayBuffer()).equals(image.manifest)).toBe(true)
  })

  it('shares a blob between repositories until the last of them lets go of it', async () => {
    const layer = makeImage({ layers: 1 }).layers
    const [one, two] = [makeImage({ layers: 0, sharedLayers: layer }), makeImage({ layers: 0, sharedLayers: layer })]
    upstream.put('one', 'v1', one)
    upstream.put('two', 'v1', two)
    await client.pullImage('hub/one', 'v1')
    await client.pullImage('hub/two', 'v1')
    const digest = digestOf(layer[0] ?? none)
    expect(upstream.count(new RegExp(`^GET .* blobs ${digest}`))).toBe(1)
    await client.expect(202, 'DELETE', `hub/one/manifests/${one.digest}`)
    upstream.status = 500
    expect((await client.pullBlob('hub/two', digest)).equals(layer[0] ?? none)).toBe(true)
  })

  it('fetches each blob once for many clients of all workers', async () => {
    const image = makeImage({ layers: 1, layerSize: 20_000_000 })
    upstream.put('big', 'v1', image)
    upstream.way = 'slow'
    const clients = Array.from(
      { length: 20 },
      () => new OciClient(platform.url, { token: (scope) => platform.token(scope) }),
    )
    const pulled = await Promise.all(clients.map((one) => one.pullImage('hub/big', 'v1')))
    expect(pulled.every(({ layers: [layer] }) => layer?.equals(image.layers[0] ?? none))).toBe(true)
    expect(upstream.count(/^GET big blobs/)).toBe(2)
    expect(upstream.count(/^GET big manifests/)).toBe(1)
    // Who comes between the answer and the copy asks once more.
    expect(upstream.count(/^HEAD big manifests/)).toBeLessThan(5)
  }, 60_000)

  it.each([429, 500])('answers from what is here while the upstream says %i, and says so', async (status) => {
    const image = makeImage()
    const project = `off${status}`
    await insertProxyProject(database, { name: project, url: `${upstream.url}/?${status}`, metadata: other })
    upstream.put('off', 'v1', image)
    await client.pullImage(`${project}/off`, 'v1')
    await expect.poll(() => stored(digestOf(image.layers[1] ?? none))).toBe(1)
    upstream.status = status
    const stale = await client.expect(200, 'GET', `${project}/off/manifests/v1`)
    expect(stale.headers.get('warning')).toBe('110 - "Response is Stale"')
    await client.pullImage(`${project}/off`, 'v1')
    const cold = await client.request('GET', `${project}/off/manifests/v2`)
    expect([cold.status, cold.headers.get('content-type')]).toEqual([
      status === 429 ? 429 : 503,
      expect.stringContaining('json'),
    ])
    expect(upstream.count(/./)).toBeLessThan(12)
  })
})
