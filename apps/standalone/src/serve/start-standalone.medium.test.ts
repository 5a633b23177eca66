import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { request as httpsRequest } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseConfiguration } from '@berth/distribution-config'
import { digestOf, mediaTypes } from '@berth/oci'
import { createLogger } from '@berth/telemetry'
import {
  freePort,
  generateTokenKeys,
  makeImage,
  OciClient,
  signToken,
  temporaryFolder,
  waitUntil,
} from '@berth/testkit'
import bcrypt from 'bcrypt'
import { describe, expect, it } from 'vitest'
import type { RegistryEvent } from '../notifications/event.js'
import { startStandalone } from './start-standalone.js'

const program = fileURLToPath(new URL('../../bin/berth-registry.js', import.meta.url))

/** A registry in this process on a fresh folder. `more` is YAML for the configuration, and may hold FOLDER. */
async function start(more: { http?: string; storage?: string; rest?: string } = {}) {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await temporaryFolder('standalone'))
  const port = await freePort()
  const text = `version: 0.1
storage:
  filesystem: {rootdirectory: ${folder.path}/data}
${more.storage ?? '  delete: {enabled: true}'}
http:
  addr: 127.0.0.1:${port}
${more.http ?? ''}
${more.rest ?? ''}`
  const { settings } = parseConfiguration(text.replaceAll('FOLDER', folder.path))
  const lines: string[] = []
  const log = createLogger({ service: 'registry', level: 'error' })
  const registry = stack.use(await startStandalone(settings, log, (line) => void lines.push(line)))
  const resources = stack.move()
  const url = `http://127.0.0.1:${port}`
  return { registry, lines, folder: folder.path, url, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})

describe('the standalone registry', () => {
  it('serves everybody where no auth is configured, with the configured headers, and writes an access log', async () => {
    await using server = await start({ http: '  headers: {X-Content-Type-Options: [nosniff]}' })
    const client = new OciClient(server.url)
    const image = await client.pushImage('httpd', 'v1')
    expect((await client.pullImage('httpd', 'v1')).digest).toBe(image.digest)
    const ping = await fetch(`${server.url}/v2/`)
    expect(ping.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${server.url}/`)).status).toBe(200)
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404)
    await waitUntil(async () => server.lines.some((line) => line.includes('"GET /v2/ HTTP/1.1" 200')), {
      what: 'the log',
    })
  })

  it('asks for a password of the htpasswd file', async () => {
    await using folder = await temporaryFolder('htpasswd')
    const path = join(folder.path, 'htpasswd')
    await writeFile(path, `ann:${await bcrypt.hash('right', 4)}\n`)
    await using server = await start({ rest: `auth: {htpasswd: {realm: basic-realm, path: ${path}}}` })
    const anonymous = await fetch(`${server.url}/v2/`)
    expect(anonymous.status).toBe(401)
    expect(anonymous.headers.get('www-authenticate')).toBe('Basic realm="basic-realm"')
    const ping = async (password: string) =>
      (await fetch(`${server.url}/v2/`, { headers: basic('ann', password) })).status
    expect([await ping('wrong'), await ping('right')]).toEqual([401, 200])
    const catalog = await fetch(`${server.url}/v2/_catalog`, { headers: basic('ann', 'right') })
    expect(await catalog.json()).toEqual({ repositories: [] })
  })

  it('takes tokens that its certificates signed, for what they grant', async () => {
    const [{ privateKey, certificate }, stranger] = [await generateTokenKeys(), await generateTokenKeys()]
    await using folder = await temporaryFolder('certificates')
    const bundle = join(folder.path, 'bundle.pem')
    await writeFile(bundle, certificate)
    const token = `realm: "https://auth.example/token", service: harbor-registry, issuer: harbor-token-issuer, rootcertbundle: ${bundle}`
    await using server = await start({ rest: `auth: {token: {${token}}}` })
    const challenged = await fetch(`${server.url}/v2/dev/a/tags/list`)
    expect(challenged.headers.get('www-authenticate')).toBe(
      'Bearer realm="https://auth.example/token",service="harbor-registry",scope="repository:dev/a:pull"',
    )
    const client = (key: string) => new OciClient(server.url, { token: (scope) => signToken(key, scope) })
    const { digest } = await client(privateKey).pushImage('dev/a', 'v1')
    expect((await client(privateKey).pullImage('dev/a', 'v1')).digest).toBe(digest)
    await expect(client(stranger.privateKey).pullImage('dev/a', 'v1')).rejects.toMatchObject({ status: 401 })
    const narrow = { authorization: `Bearer ${signToken(privateKey, 'repository:dev/b:pull')}` }
    expect((await fetch(`${server.url}/v2/dev/a/tags/list`, { headers: narrow })).status).toBe(401)
  })

  it('mounts without a source only where every caller may read everything', async () => {
    const { privateKey, certificate } = await generateTokenKeys()
    await using folder = await temporaryFolder('certificates')
    const bundle = join(folder.path, 'bundle.pem')
    await writeFile(bundle, certificate)
    const token = `realm: "https://a.example/t", service: harbor-registry, issuer: harbor-token-issuer, rootcertbundle: ${bundle}`
    await using closed = await start({ rest: `auth: {token: {${token}}}` })
    await using open = await start()
    for (const [url, status] of [
      [closed.url, 202],
      [open.url, 201],
    ] as const) {
      const client = () => new OciClient(url, { token: (scope) => signToken(privateKey, scope) })
      const digest = await client().pushBlob('secret/a', Buffer.from('blob'))
      expect((await client().request('POST', `other/b/blobs/uploads/?mount=${digest}`)).status).toBe(status)
    }
  })

  it('deletes nothing unless that is enabled, and writes nothing in read-only mode', async () => {
    await using server = await start({ storage: '' })
    const client = new OciClient(server.url)
    const { digest } = await client.pushImage('a', 'v1')
    const refused = await client.expect(405, 'DELETE', `a/manifests/${digest}`)
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'UNSUPPORTED' }] })
    const upload = await client.expect(202, 'POST', 'a/blobs/uploads/')
    await client.expect(204, 'DELETE', upload.headers.get('location') ?? '')
    await using frozen = await start({ storage: '  maintenance: {readonly: {enabled: true}}' })
    expect((await fetch(`${frozen.url}/v2/`)).status).toBe(200)
    expect((await fetch(`${frozen.url}/v2/a/blobs/uploads/`, { method: 'POST' })).status).toBe(405)
  })

  it('deletes nothing either from a repository whose name looks like that of an upload, and tells what it takes', async () => {
    await using server = await start({ storage: '' })
    const client = new OciClient(server.url)
    for (const name of ['plain/x', 'a/blobs/uploads/b']) {
      await client.pushImage(name, 'v1')
      const refused = await client.request('DELETE', `${name}/manifests/v1`)
      expect([refused.status, refused.headers.get('allow')], name).toEqual([405, 'GET, HEAD, PUT, OPTIONS'])
    }
    const upload = await client.expect(202, 'POST', 'plain/x/blobs/uploads/')
    await client.expect(204, 'DELETE', upload.headers.get('location') ?? '')
    for (const path of ['/internal/pull', '/internal/preflight', '/internal/room'])
      expect((await fetch(`${server.url}${path}`, { headers: { 'x-berth-repository': 'plain/x' } })).status).toBe(404)
  })

  it('answers a browser that asks before it asks, and leads on from slashes too many', async () => {
    await using server = await start({
      http: '  headers: {Access-Control-Allow-Origin: ["http://ui.example"]}',
      rest: 'auth:\n  htpasswd: {realm: r, path: FOLDER/htpasswd}',
    })
    const headers = { origin: 'http://ui.example', 'access-control-request-method': 'GET' }
    const asked = await fetch(`${server.url}/v2/`, { method: 'OPTIONS', headers })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('http://ui.example')
    const led = await fetch(`${server.url}/v2//a/tags/list/?n=1`, { redirect: 'manual' })
    expect([led.status, led.headers.get('location')]).toEqual([301, '/v2/a/tags/list?n=1'])
    const posted = await fetch(`${server.url}/v2/a//blobs/uploads/`, { method: 'POST', redirect: 'manual' })
    expect([posted.status, posted.headers.get('location')]).toEqual([308, '/v2/a/blobs/uploads/'])
  })

  it('goes on serving after an upload that does not fit on the disk', async () => {
    await using server = await start()
    const client = new OciClient(server.url)
    const upload = await client.expect(202, 'POST', 'full/x/blobs/uploads/')
    // A file where the folder was: nothing can be written there.
    await rename(`${server.folder}/data/berth/spool`, `${server.folder}/away`)
    await writeFile(`${server.folder}/data/berth/spool`, '')
    const location = upload.headers.get('location') ?? ''
    expect((await client.request('PATCH', location, { body: Buffer.alloc(6_000_000) })).status).toBe(500)
    await rm(`${server.folder}/data/berth/spool`)
    await rename(`${server.folder}/away`, `${server.folder}/data/berth/spool`)
    await client.expect(202, 'PATCH', location, { body: Buffer.from('fits') })
  })

  it.each([
    ['a length', 'content-length: 1000000', ''],
    ['a length and a range', 'content-length: 1000000\r\ncontent-range: 3-1000002', ''],
    ['chunks of HTTP', 'transfer-encoding: chunked', 'f4240\r\n'],
  ])('keeps what came of a PATCH with %s that broke off, and goes on from there', async (_, headers, before) => {
    await using server = await start()
    const client = new OciClient(server.url)
    const target = (await client.expect(202, 'POST', 'far/x/blobs/uploads/')).headers.get('location') ?? ''
    await client.expect(202, 'PATCH', target, { body: Buffer.from('abc') })
    const content = randomBytes(1_000_000)
    const { port, pathname } = new URL(target, server.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`PATCH ${pathname} HTTP/1.1\r\nhost: far\r\n${headers}\r\n\r\n${before}`)
    socket.write(content.subarray(0, 500_000))
    const spool = `${server.folder}/data/berth/spool`
    const arrived = async () => {
      const files = await Promise.all((await readdir(spool)).map((name) => stat(join(spool, name))))
      return files.some(({ size }) => size === 500_000)
    }
    await waitUntil(arrived, { what: 'half the body has come' })
    socket.destroy()
    const reached = async () => (await client.expect(204, 'GET', target)).headers.get('range')
    await waitUntil(async () => (await reached()) !== '0-2', { what: 'the upload has what came' })
    expect(await reached()).toBe('0-500002')
    await client.expect(202, 'PATCH', target, { body: content.subarray(500_000) })
    const digest = digestOf(Buffer.concat([Buffer.from('abc'), content]))
    await client.expect(201, 'PUT', `${target}?digest=${digest}`)
  })

  it('drops a chunk that broke off after more than its range', async () => {
    await using server = await start()
    const client = new OciClient(server.url)
    const target = (await client.expect(202, 'POST', 'far/x/blobs/uploads/')).headers.get('location') ?? ''
    const { port, pathname } = new URL(target, server.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`PATCH ${pathname} HTTP/1.1\r\nhost: far\r\ncontent-length: 9\r\ncontent-range: 0-1\r\n\r\nabc`)
    const spool = `${server.folder}/data/berth/spool`
    await waitUntil(async () => (await readdir(spool)).length > 0, { what: 'the chunk begins to come' })
    socket.destroy()
    await waitUntil(async () => (await readdir(spool)).length === 0, { what: 'the chunk is dropped' })
    expect((await client.expect(204, 'GET', target)).headers.get('range')).toBe('0-0')
  })

  it('serves below a prefix and names its host', async () => {
    await using server = await start({ http: '  prefix: /my/registry/' })
    expect((await fetch(`${server.url}/v2/`)).status).toBe(404)
    expect((await fetch(`${server.url}/my/registry/v2/`)).status).toBe(200)
    const begun = await fetch(`${server.url}/my/registry/v2/a/blobs/uploads/`, { method: 'POST' })
    expect(begun.headers.get('location')).toMatch(/^\/my\/registry\/v2\/a\/blobs\/uploads\//)
  })

  it('speaks TLS', async () => {
    const { privateKey, certificate } = await generateTokenKeys()
    await using folder = await temporaryFolder('tls')
    const [key, cert] = [join(folder.path, 'key.pem'), join(folder.path, 'cert.pem')]
    await writeFile(key, privateKey)
    await writeFile(cert, certificate)
    const ciphers = 'ciphersuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256]'
    await using server = await start({
      http: `  tls: {certificate: ${cert}, key: ${key}, minimumtls: tls1.2, ${ciphers}}`,
    })
    const status = await new Promise((resolve, reject) => {
      const options = { rejectUnauthorized: false, maxVersion: 'TLSv1.2' as const }
      httpsRequest(`${server.url.replace('http', 'https')}/v2/`, options, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .once('error', reject)
        .end()
    })
    expect(status).toBe(200)
  })

  it('answers 503 while a health check fails, and says why on its debug address', async () => {
    const debugPort = await freePort()
    await using server = await start({
      http: `  debug: {addr: "127.0.0.1:${debugPort}", prometheus: {enabled: true}}`,
      rest: 'health: {file: [{file: FOLDER/out-of-rotation, interval: 50ms}]}',
    })
    const debug = `http://127.0.0.1:${debugPort}`
    expect((await fetch(`${server.url}/v2/`)).status).toBe(200)
    const file = join(server.folder, 'out-of-rotation')
    await writeFile(file, '')
    await waitUntil(async () => (await fetch(`${server.url}/v2/`)).status === 503, { what: 'the check fails' })
    const health = await fetch(`${debug}/debug/health`)
    expect([health.status, await health.json()]).toEqual([503, { [file]: 'file exists' }])
    const metrics = await (await fetch(`${debug}/metrics`)).text()
    expect(metrics).toMatch(/registry_http_in_flight_requests\{.*\} 0\n/)
    expect(metrics).toMatch(/registry_http_requests_total\{handler="base",method="get",code="200".*\} \d+\n/)
  })

  it('tells listeners of pushes, pulls, mounts and deletes in the envelope of Distribution', async () => {
    // By id: an event is told again when the listener's answer came too late.
    const told = new Map<string, RegistryEvent>()
    const listener = createServer((request, response) => {
      void json(request).then((body) => {
        for (const event of (body as { events: RegistryEvent[] }).events) told.set(event.id, event)
        return response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const port = (listener.address() as AddressInfo).port
    const endpoint = `{name: listener, url: "http://127.0.0.1:${port}/", timeout: 10s, threshold: 3, backoff: 100ms}`
    {
      await using server = await start({
        rest: `notifications: {events: {includereferences: true}, endpoints: [${endpoint}]}`,
      })
      const client = new OciClient(server.url)
      const image = makeImage({ layers: 1 })
      await client.pushImage('dev/a', 'v1', image)
      const layer = JSON.parse(image.manifest.toString()).layers[0].digest
      await client.pullImage('dev/a', 'v1')
      await client.expect(201, 'POST', `dev/b/blobs/uploads/?mount=${layer}&from=dev/a`)
      // A pull's event tells the manifest's type and size, which are read after the answer: the manifest must still be there then.
      await waitUntil(() => told.size === 7, { what: 'the events of pushes, pulls and the mount' })
      await client.expect(202, 'DELETE', `dev/a/manifests/${image.digest}`)
      await waitUntil(() => told.size === 8, { what: 'the event of the delete' })
      const events = [...told.values()]
      const manifestPush = events.find(({ action, target }) => action === 'push' && target.tag === 'v1')
      expect(manifestPush?.target).toMatchObject({
        mediaType: mediaTypes.ociManifest,
        size: image.manifest.byteLength,
        length: image.manifest.byteLength,
        digest: image.digest,
        repository: 'dev/a',
        url: `${server.url}/v2/dev/a/manifests/${image.digest}`,
      })
      expect(manifestPush?.target.references).toHaveLength(2)
      expect(events.find(({ action }) => action === 'mount')?.target).toMatchObject({
        repository: 'dev/b',
        fromRepository: 'dev/a',
        digest: layer,
      })
      expect(events.filter(({ action }) => action === 'pull')).toHaveLength(3)
      expect(events.find(({ action }) => action === 'delete')?.target).toEqual({
        repository: 'dev/a',
        digest: image.digest,
      })
    }
    listener.close()
  })

  it('takes switches of its commands with a value, as Go does', async () => {
    await using server = await start()
    const file = join(server.folder, 'gc.yml')
    await writeFile(file, `version: 0.1\nstorage: {filesystem: {rootdirectory: ${server.folder}/data}}\n`)
    const client = new OciClient(server.url)
    const untagged = await client.pushImage('httpd', 'v1')
    await client.pushImage('httpd', 'v1')
    const collect = async (...switches: string[]) =>
      (await promisify(execFile)(process.execPath, [program, 'garbage-collect', '--grace', '0s', ...switches, file]))
        .stdout
    expect(await collect('--delete-untagged=true', '--dry-run=true')).toContain(
      `manifest eligible for deletion: ${untagged.digest}`,
    )
    expect(await collect('--delete-untagged=false', '--dry-run=true')).not.toContain('manifest eligible')
    expect(await collect('-q', '--delete-untagged=1', '--dry-run=false')).toMatch(
      /^\d+ blobs, \d+ bytes were deleted\n$/,
    )
    await client.expect(404, 'GET', `httpd/manifests/${untagged.digest}`)
    await expect(collect('--delete-untagged=maybe')).rejects.toMatchObject({ code: 2 })
  })

  it('refuses a configuration that it cannot use, and tells its version', async () => {
    await using folder = await temporaryFolder('again')
    const configuration = join(folder.path, 'config.yml')
    await writeFile(
      configuration,
      `version: 0.1\nstorage: {filesystem: {rootdirectory: ${folder.path}/data}}\nstroage: {}\n`,
    )
    const failed = await promisify(execFile)(process.execPath, [program, 'serve', configuration]).catch(
      (error: unknown) => error,
    )
    expect(failed).toMatchObject({ code: 78, stderr: expect.stringContaining('stroage (line 3): this key is unknown') })
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--version'])
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(stdout).toBe(`berth-registry ${version}\n`)
  })
})
