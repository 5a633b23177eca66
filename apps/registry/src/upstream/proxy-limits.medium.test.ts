import { digestOf, mediaTypes } from '@berth/oci'
import { makeImage, OciClient, waitUntil } from '@berth/testkit'
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'
import { FakeUpstream, insertProxyProject } from './upstream.test.support.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const platform = stack.use(await startTestPlatform({ env: { BERTH_OUTBOUND_ALLOW: '127.0.0.1' } }))
const upstream = stack.use(await FakeUpstream.start())
const { client, database } = platform
const none = Buffer.alloc(0)
const stored = async (digest: string) =>
  (await database.pool.query('select from repository_blob where digest = $1', [digest])).rowCount
const newClient = () => new OciClient(platform.url, { token: (scope) => platform.token(scope) })
/** Each project has an endpoint of its own: what one test does to its endpoint is none of the others' business. */
const addProject = (name: string, metadata: Record<string, string> = {}) =>
  insertProxyProject(database, { name, url: `${upstream.url}/?${name}`, metadata })

beforeEach(() => {
  upstream.way = 'well'
  upstream.status = undefined
  upstream.asked.length = 0
  upstream.most = 0
})

it.each([
  ['doublestar', 'team/**'],
  ['regex', 'team/.*'],
])('a filter of the kind %s lets the upstream be asked for what it names alone', async (kind, pattern) => {
  const name = `only-${kind}`
  await addProject(name, { proxy_cache_filter_kind: kind, proxy_cache_filter_pattern: pattern })
  upstream.put('team/app', 'v1', makeImage())
  upstream.put('other/team/app', 'v1', makeImage())
  expect((await client.request('GET', `${name}/team/app/manifests/v1`)).status).toBe(200)
  upstream.asked.length = 0
  const refused = await client.request('GET', `${name}/other/team/app/manifests/v1`)
  expect(refused.status).toBe(404)
  expect(await refused.json()).toMatchObject({ errors: [{ code: 'MANIFEST_UNKNOWN' }] })
  expect(upstream.asked).toEqual([])
})

it('a download is no faster than its project lets it be', async () => {
  // 300 kB at 4,000 kbit/s: 0.6 s.
  await addProject('slow', { proxy_speed_kb: '4000' })
  const image = makeImage({ layers: 1, layerSize: 300_000 })
  upstream.put('app', 'v1', image)
  await (await client.expect(200, 'GET', 'slow/app/manifests/v1')).arrayBuffer()
  const began = performance.now()
  await client.pullBlob('slow/app', digestOf(image.layers[0] ?? none))
  expect(performance.now() - began).toBeGreaterThan(500)
})

it('as many requests go to the upstream at once as a project may send, of all workers together', async () => {
  await addProject('narrow', { max_upstream_conn: '2' })
  upstream.way = 'slow'
  const images = Array.from({ length: 5 }, () => makeImage({ layers: 1, layerSize: 2_000_000 }))
  for (const [place, image] of images.entries()) upstream.put(`app${place}`, 'v1', image)
  const pulled = await Promise.all(images.map((_, place) => newClient().pullImage(`narrow/app${place}`, 'v1')))
  expect(pulled.map(({ digest }) => digest)).toEqual(images.map(({ digest }) => digest))
  expect(upstream.most).toBe(2)
}, 60_000)

describe('what is wrong with one image keeps no other from coming', () => {
  const expectOthers = async (project: string) => {
    const image = makeImage()
    upstream.put('well', 'v1', image)
    expect((await client.pullImage(`${project}/well`, 'v1')).digest).toBe(image.digest)
  }

  it('a manifest that is too large', async () => {
    await addProject('large')
    const annotations = { filling: 'x'.repeat(5 * 1024 * 1024) }
    const manifest = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [], annotations }),
    )
    upstream.putManifest('large', 'v1', manifest, mediaTypes.ociIndex)
    expect((await client.request('GET', 'large/large/manifests/v1')).status).toBe(503)
    await expectOthers('large')
  })

  it('a blob that is said to lie where nothing is asked', async () => {
    await addProject('led')
    const image = makeImage()
    upstream.put('led', 'v1', image)
    await (await client.expect(200, 'GET', 'led/led/manifests/v1')).arrayBuffer()
    upstream.way = 'elsewhere'
    const digest = digestOf(image.layers[0] ?? none)
    const blob = async () => {
      const response = await client.request('GET', `led/led/blobs/${digest}`)
      return response.ok && (await response.arrayBuffer()).byteLength > 0
    }
    expect(await blob().catch(() => false)).toBe(false)
    expect(await stored(digest)).toBe(0)
    upstream.way = 'well'
    await expectOthers('led')
  })

  it('a page that is taken for a manifest', async () => {
    await addProject('pages')
    upstream.putManifest('page', 'v1', Buffer.from('<!doctype html><title>Sign in</title>'), 'text/html')
    const refused = await client.request('GET', 'pages/page/manifests/v1')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('content-type')).toMatch(/json/)
    expect(
      (
        await database.pool.query(
          `select from artifact a join repository r on r.id = a.repository_id where r.name = 'pages/page'`,
        )
      ).rowCount,
    ).toBe(0)
    await expectOthers('pages')
  })
})

it('a blob whose worker is killed while it comes is brought anew by the next', async () => {
  await addProject('killed')
  const image = makeImage({ layers: 1, layerSize: 20_000_000 })
  const layer = image.layers[0] ?? none
  const digest = digestOf(layer)
  upstream.put('app', 'v1', image)
  await (await client.expect(200, 'GET', 'killed/app/manifests/v1')).arrayBuffer()
  upstream.way = 'slow'
  const pulls = Array.from({ length: 4 }, async () =>
    newClient()
      .pullBlob('killed/app', digest)
      .catch(() => 'broken off'),
  )
  await waitUntil(() => upstream.count(new RegExp(`^GET .* blobs ${digest}`)) === 1, { what: 'the download begins' })
  for (const worker of (await platform.processes()).registry) process.kill(worker, 'SIGKILL')
  await Promise.all(pulls)
  expect(await stored(digest)).toBe(0)
  upstream.way = 'well'
  await waitUntil(async () => (await newClient().pullBlob('killed/app', digest)).equals(layer), {
    what: 'it is brought anew',
  })
  await waitUntil(async () => (await stored(digest)) === 1, { what: 'it is kept' })
  expect(upstream.count(new RegExp(`^GET .* blobs ${digest}`))).toBe(2)
}, 120_000)

it('what the disk has no room for passes through, and none of it is kept', async () => {
  const full = stack.use(
    await startTestPlatform({ env: { BERTH_OUTBOUND_ALLOW: '127.0.0.1', BERTH_STORAGE_RESERVE: String(2 ** 50) } }),
  )
  await insertProxyProject(full.database, { name: 'hub', url: upstream.url })
  const image = makeImage({ layerSize: 300_000 })
  upstream.put('app', 'v1', image)
  for (const _ of [1, 2]) expect((await full.client.pullImage('hub/app', 'v1')).layers).toEqual(image.layers)
  for (const table of ['artifact', 'repository_blob', 'blob'])
    expect((await full.database.pool.query(`select from ${table}`)).rowCount, table).toBe(0)
  expect(upstream.count(new RegExp(`^GET app blobs ${digestOf(image.layers[0] ?? none)}`))).toBe(2)
}, 60_000)

it('fifty clients that want one cold image cost its registry one transfer of each blob', async () => {
  await addProject('crowd')
  const image = makeImage({ layers: 3, layerSize: 1_200_000 })
  upstream.put('app', 'v1', image)
  upstream.way = 'slow'
  const pulled = await Promise.all(Array.from({ length: 50 }, () => newClient().pullImage('crowd/app', 'v1')))
  for (const { layers } of pulled)
    expect(layers.every((layer, place) => layer.equals(image.layers[place] ?? none))).toBe(true)
  for (const blob of [image.config, ...image.layers])
    expect(upstream.count(new RegExp(`^GET app blobs ${digestOf(blob)}`))).toBe(1)
  expect(upstream.count(/^GET app manifests/)).toBe(1)
  upstream.status = 500
  expect((await newClient().pullImage('crowd/app', 'v1')).digest).toBe(image.digest)
}, 120_000)

it('configs that never come keep no large manifests from being pushed', async () => {
  await addProject('stuck')
  upstream.way = 'never'
  const large = (at: number) => {
    const image = makeImage()
    const annotations = { filling: `${at}`.repeat(4_000_000) }
    const manifest = Buffer.from(JSON.stringify({ ...(JSON.parse(image.manifest.toString()) as object), annotations }))
    return { ...image, manifest }
  }
  const gone = new AbortController()
  onTestFinished(() => gone.abort())
  // Room for three in each of the two workers. One comes after the other: on a busy machine eight at once would pass the time they have.
  for (let at = 0; at < 8; at++) {
    upstream.put('app', `v${at}`, large(at))
    const authorization = `Bearer ${platform.token('repository:stuck/app:pull')}`
    const url = `${platform.url}/v2/stuck/app/manifests/v${at}`
    void fetch(url, { headers: { authorization }, signal: gone.signal }).catch(() => undefined)
    await waitUntil(() => upstream.count(/GET app blobs/) > at, { what: `config ${at} is asked for` })
  }
  const { config, layers, manifest, mediaType } = large(9)
  for (const blob of [config, ...layers]) await client.pushBlob('dev/large', blob)
  await client.pushManifest('dev/large', 'v1', manifest, mediaType)
})
