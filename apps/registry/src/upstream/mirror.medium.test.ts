import { digestOf, mediaTypes } from '@berth/oci'
import { insertProject, makeImage, signToken, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'
import { FakeUpstream, insertProxyProject } from './upstream.test.support.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const platform = stack.use(await startTestPlatform({ env: { BERTH_OUTBOUND_ALLOW: '127.0.0.1' } }))
const upstream = stack.use(await FakeUpstream.start())
const { client, database } = platform
const host = new URL(upstream.url).host
const query = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows
const setMirrors = (names: string) =>
  query(
    `insert into setting (key, value) values ('mirror_projects', to_jsonb($1::text))
     on conflict (key) do update set value = excluded.value`,
    [names],
  )
/** For what is leased to end. */
const soon = { timeout: 5_000 }

const official = makeImage()
const none = Buffer.alloc(0)

/** Copies of Docker Hub's images, which nothing here can ask. */
beforeAll(async () => {
  await insertProject(database.pool, { name: 'hub' })
  await insertProject(database.pool, { name: 'library', public: true })
  await client.pushImage('hub/library/alpine', '3', official)
  await client.pushImage('hub/grafana/grafana', '3', official)
  await query(
    `with docker as (
       insert into registry_endpoint (name, type, url) values ('docker', 'docker-hub', 'https://hub.docker.com') returning id
     )
     update project set registry_id = docker.id, metadata = '{"proxy_cache_tag_ttl": "9999999"}' from docker where name = 'hub'`,
  )
  await query(
    `insert into upstream_answer (project_id, repository, reference, digest, media_type, size)
     select id, 'hub/' || image, '3', $1, $2, $3 from project, unnest(array['library/alpine', 'grafana/grafana']) as image
     where project.name = 'hub'`,
    [official.digest, official.mediaType, official.manifest.length],
  )
  await insertProxyProject(database, { name: 'quay', url: upstream.url })
  await setMirrors('hub, quay')
  const isAnswered = async () =>
    (await ask('HEAD', '/v2/library/alpine/manifests/3', 'repository:library/alpine:pull')).status === 200
  await waitUntil(isAnswered, { what: 'the setting is seen' })
})

const accept = [mediaTypes.ociManifest, mediaTypes.ociIndex].map((type) => ['accept', type])

/** Asks as a client that holds a token for this scope. */
async function ask(method: string, path: string, scope: string, token = platform.token(scope)) {
  const headers = new Headers(accept as [string, string][])
  headers.set('authorization', `Bearer ${token}`)
  const response = await fetch(`${platform.url}${path}`, { method, headers })
  return { status: response.status, digest: response.headers.get('docker-content-digest'), response }
}

describe("dockerd's registry-mirrors", () => {
  const scope = 'repository:library/alpine:pull'

  it('pull an official image at the root, by a token for the name that Docker knows', async () => {
    const first = await fetch(`${platform.url}/v2/library/alpine/manifests/3`, { method: 'HEAD' })
    expect(first.status).toBe(401)
    const head = await ask('HEAD', '/v2/library/alpine/manifests/3', scope)
    expect(head).toMatchObject({ status: 200, digest: official.digest })
    const got = await ask('GET', `/v2/library/alpine/manifests/${official.digest}`, scope)
    expect(Buffer.from(await got.response.arrayBuffer()).equals(official.manifest)).toBe(true)
    for (const blob of [official.config, ...official.layers]) {
      const { response } = await ask('GET', `/v2/library/alpine/blobs/${digestOf(blob)}`, scope)
      expect(Buffer.from(await response.arrayBuffer()).equals(blob)).toBe(true)
    }
  })

  it('get what the project lends and no more: its rights hold', async () => {
    const anonymous = () =>
      ask('GET', '/v2/library/alpine/manifests/3', scope, signToken(platform.privateKey, scope, '', 3600))
    expect((await anonymous()).status).toBe(401)
    await query(`update project set public = true where name = 'hub'`)
    await expect.poll(async () => (await anonymous()).status, soon).toBe(200)
    const elsewhere = 'repository:library/other:pull'
    expect((await ask('GET', '/v2/library/alpine/manifests/3', elsewhere)).status).toBe(401)
  })

  it('find what is here before what is there', async () => {
    const own = await client.pushImage('library/own', '3')
    const pulled = await ask('HEAD', '/v2/library/own/manifests/3', 'repository:library/own:pull')
    expect(pulled.digest).toBe(own.digest)
    expect((await ask('HEAD', '/v2/dev/alpine/manifests/3', 'repository:dev/alpine:pull')).status).toBe(404)
  })

  it('keep nobody from pushing to a name that is there as well', async () => {
    const image = await client.pushImage('library/alpine', 'own', official)
    expect(await client.pullImage('library/alpine', 'own')).toMatchObject({ digest: image.digest })
    await query(`delete from repository where name = 'library/alpine'`)
  })
})

describe("containerd's hosts.toml", () => {
  it('says by ns whose image it wants, and is told by whom to be let in', async () => {
    const image = makeImage()
    upstream.put('org/app', 'v1', image)
    const path = `/v2/org/app/manifests/v1?ns=${encodeURIComponent(host)}`
    const challenge = (await fetch(`${platform.url}${path}`, { method: 'HEAD' })).headers.get('www-authenticate')
    expect(challenge).toContain('scope="repository:quay/org/app:pull"')
    const scope = 'repository:org/app:pull repository:quay/org/app:pull'
    expect(await ask('HEAD', path, scope)).toMatchObject({ status: 200, digest: image.digest })
    const layer = image.layers[0] ?? none
    const manifest = await ask('GET', `/v2/org/app/manifests/${image.digest}?ns=${host}`, scope)
    expect(manifest.status).toBe(200)
    const { response } = await ask('GET', `/v2/org/app/blobs/${digestOf(layer)}?ns=${host}`, scope)
    expect(Buffer.from(await response.arrayBuffer()).equals(layer)).toBe(true)
  })

  it('means another registry, whatever projects are called here', async () => {
    await insertProject(database.pool, { name: 'grafana' })
    const scope = 'repository:hub/grafana/grafana:pull'
    const found = await ask('HEAD', '/v2/grafana/grafana/manifests/3?ns=docker.io', scope)
    expect(found).toMatchObject({ status: 200, digest: official.digest })
  })

  it('may name the project in its path as well', async () => {
    const scope = 'repository:hub/library/alpine:pull'
    const found = await ask('HEAD', '/v2/hub/library/alpine/manifests/3?ns=docker.io', scope)
    expect(found).toMatchObject({ status: 200, digest: official.digest })
  })

  it('is told where nothing answers for a registry, or more than one project', async () => {
    const ghcr = await ask('GET', '/v2/org/app/manifests/v1?ns=ghcr.io', 'repository:org/app:pull')
    expect(ghcr.status).toBe(404)
    expect(await ghcr.response.json()).toMatchObject({
      errors: [{ code: 'NAME_UNKNOWN', message: 'no proxy cache answers here for ghcr.io' }],
    })
    await insertProxyProject(database, { name: 'quay2', url: `${upstream.url}/` })
    await setMirrors('hub,quay,quay2')
    const ask2 = () => ask('GET', `/v2/org/app/manifests/v1?ns=${host}`, 'repository:quay/org/app:pull')
    await expect.poll(async () => (await ask2()).status, soon).toBe(404)
    expect(await (await ask2()).response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('quay and quay2') }],
    })
    await setMirrors('hub,quay')
  })
})

describe('an address that a client was told wrong', () => {
  it.each([
    ['HEAD', '/v2/quay/v2/library/a/manifests/1'],
    ['GET', '/v2/quay/v2/library/a/manifests/1'],
    ['GET', '/hub/v2/library/a/manifests/1?ns=docker.io'],
    ['GET', '/hub/v2/library/a/blobs/sha256:00?ns=docker.io'],
    ['GET', '/hub/v2/library/a/referrers/sha256:00'],
    ['GET', '/hub/v2/library/a/tags/list'],
    ['GET', '/a/b/v2/library/a/manifests/1'],
  ])('%s %s is not found, in JSON', async (method, path) => {
    const scope = 'repository:quay/v2/library/a:pull'
    const { status, response } = await ask(method, path, scope)
    expect(status).toBe(404)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    if (method === 'GET') expect(await response.json()).toMatchObject({ errors: [{ code: expect.any(String) }] })
  })
})

it('nothing answers at the root where no project is to', async () => {
  await setMirrors('')
  const scope = 'repository:library/alpine:pull'
  await expect.poll(async () => (await ask('HEAD', '/v2/library/alpine/manifests/3', scope)).status, soon).toBe(404)
})
