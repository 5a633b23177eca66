import { randomBytes } from 'node:crypto'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { generateTokenKeys, OciClient, signToken, temporaryFolder, waitUntil } from '@berth/testkit'
import bcrypt from 'bcrypt'
import { describe, expect, it } from 'vitest'
import { startInProcess } from '../testing/start-in-process.js'

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})

describe('the standalone registry', () => {
  it('serves everybody where no auth is configured, with the configured headers, and writes an access log', async () => {
    await using server = await startInProcess({ http: '  headers: {X-Content-Type-Options: [nosniff]}' })
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
    await using server = await startInProcess({ rest: `auth: {htpasswd: {realm: basic-realm, path: ${path}}}` })
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
    await using server = await startInProcess({ rest: `auth: {token: {${token}}}` })
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
    await using closed = await startInProcess({ rest: `auth: {token: {${token}}}` })
    await using open = await startInProcess()
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
    await using server = await startInProcess({ storage: '' })
    const client = new OciClient(server.url)
    const { digest } = await client.pushImage('a', 'v1')
    const refused = await client.expect(405, 'DELETE', `a/manifests/${digest}`)
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'UNSUPPORTED' }] })
    const upload = await client.expect(202, 'POST', 'a/blobs/uploads/')
    await client.expect(204, 'DELETE', upload.headers.get('location') ?? '')
    await using frozen = await startInProcess({ storage: '  maintenance: {readonly: {enabled: true}}' })
    expect((await fetch(`${frozen.url}/v2/`)).status).toBe(200)
    expect((await fetch(`${frozen.url}/v2/a/blobs/uploads/`, { method: 'POST' })).status).toBe(405)
  })

  it('deletes nothing either from a repository whose name looks like that of an upload, and tells what it takes', async () => {
    await using server = await startInProcess({ storage: '' })
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
    await using server = await startInProcess({
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
    await using server = await startInProcess()
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
    await using server = await startInProcess()
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
    await using server = await startInProcess()
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
    await using server = await startInProcess({ http: '  prefix: /my/registry/' })
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
    await using server = await startInProcess({
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
})
