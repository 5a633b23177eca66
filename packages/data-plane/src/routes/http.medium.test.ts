import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { digestOf, mediaTypes } from '@berth/oci'
import { makeImage } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { errorOf } from '../testing/error-of.js'
import { startTestRegistry } from '../testing/test-registry.js'

const registry = await startTestRegistry()
const client = registry.client()
afterAll(() => registry[Symbol.asyncDispose]())

describe('authentication', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${registry.url}${path}`, { headers })

  it('challenges whoever comes without a token, with the address that was asked', async () => {
    const direct = await get('/v2/')
    expect(direct.status).toBe(401)
    expect(direct.headers.get('www-authenticate')).toBe(
      `Bearer realm="${registry.url}/service/token",service="harbor-registry"`,
    )
    expect(direct.headers.get('docker-distribution-api-version')).toBe('registry/2.0')
    const forwarded = await get('/v2/dev/app/manifests/v1', {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'berth.example, inner:80',
    })
    expect(forwarded.headers.get('www-authenticate')).toBe(
      'Bearer realm="https://berth.example/service/token",service="harbor-registry",scope="repository:dev/app:pull"',
    )
    const hostile = await get('/v2/', { 'x-forwarded-host': 'evil",scope="x' })
    expect(hostile.headers.get('www-authenticate')).not.toContain('evil')
  })

  it('says which right is lacking', async () => {
    const response = await fetch(`${registry.url}/v2/dev/app/blobs/uploads/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${registry.token('repository:dev/app:pull', 'bob')}` },
    })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('scope="repository:dev/app:pull,push"')
    expect(await errorOf(response)).toMatchObject({
      code: 'UNAUTHORIZED',
      message: 'unauthorized to pull and push dev/app: user bob lacks the right',
    })
  })

  it('lets only those list the catalog who may', async () => {
    const challenge = await get('/v2/_catalog', {
      authorization: `Bearer ${registry.token('repository:dev/app:pull')}`,
    })
    expect(challenge.status).toBe(401)
    expect(challenge.headers.get('www-authenticate')).toContain('scope="registry:catalog:*"')
    await client.pushImage('dev/listed', 'v1')
    const listed = await client.expect(200, 'GET', '_catalog')
    expect(await listed.json()).toEqual({ repositories: ['dev/listed'] })
  })
})

describe('bad input', () => {
  it.each([
    ['GET', '/v2/dev/..%2f..%2fetc/manifests/v1', 400, 'NAME_INVALID'],
    ['GET', '/v2/dev/%2e%2e/manifests/v1', 400, 'NAME_INVALID'],
    ['GET', `/v2/dev/${'a'.repeat(300)}/manifests/v1`, 400, 'NAME_INVALID'],
    ['GET', '/v2/dev/app/manifests/sha256:baddigeststring', 400, 'DIGEST_INVALID'],
    ['GET', '/v2/dev/app/manifests/%zz', 400, 'NAME_INVALID'],
    ['GET', '/v2/dev/app/blobs/md5:abc', 400, 'DIGEST_INVALID'],
    ['GET', '/v2/dev/app/manifests/none', 404, 'MANIFEST_UNKNOWN'],
    ['GET', `/v2/dev/app/blobs/${digestOf(Buffer.from('none'))}`, 404, 'BLOB_UNKNOWN'],
    ['GET', '/v2/dev/none/tags/list', 404, 'NAME_UNKNOWN'],
    ['GET', '/v2/dev/none/tags/list?n=many', 400, 'PAGINATION_NUMBER_INVALID'],
    ['GET', '/v2/dev/app/blobs/uploads/not-a-uuid', 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['POST', '/v2/dev/app/manifests/v1', 405, 'UNSUPPORTED'],
    ['GET', '/v2/dev', 404, 'NOT_FOUND'],
    // The target with scheme and host in it.
    ['GET', 'http://berth.example/v2/dev/app/manifests/none', 404, 'MANIFEST_UNKNOWN'],
    ['GET', 'HTTPS://berth.example:5000/v2/dev/none/tags/list?n=1', 404, 'NAME_UNKNOWN'],
    ['GET', 'http://berth.example', 404, 'NOT_FOUND'],
  ])('%s %s is answered with %i %s', async (method, path, status, code) => {
    const response = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const authorization = `Bearer ${registry.token('repository:dev/app:pull,push repository:dev/none:pull,push')}`
      // Not by fetch, which would tidy the path up.
      request(registry.url, { method, path, headers: { authorization } }, (answer) => {
        let body = ''
        answer.on('data', (chunk) => (body += String(chunk)))
        answer.on('end', () => resolve({ status: answer.statusCode, body }))
      })
        .on('error', reject)
        .end()
    })
    expect(response.body).toContain(code)
    expect(response.status).toBe(status)
  })

  it('is not taken as a manifest above 4 MiB, whether its length is told or not', async () => {
    const body = Buffer.alloc(4 * 1024 * 1024 + 1, ' ')
    const url = `${registry.url}/v2/dev/app/manifests/v1`
    const headers = { authorization: `Bearer ${registry.token('repository:dev/app:pull,push')}` }
    expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(413)
    const untold = await fetch(url, { method: 'PUT', headers, body: ReadableStream.from([body]), duplex: 'half' })
    expect(untold.status).toBe(413)
  })
})

it('answers with an error also while the answer before it is on its way over the connection', async () => {
  const bearer = `authorization: Bearer ${registry.token('repository:dev/app:pull')}\r\n`
  const socket = connect(registry.port, '127.0.0.1')
  socket.setTimeout(2000, () => socket.destroy())
  socket.write(
    `GET /v2/dev/app/tags/list HTTP/1.1\r\nhost: a\r\n${bearer}\r\n` +
      `GET /v2/nowhere HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`,
  )
  expect((await text(socket)).match(/HTTP\/1.1 404 |NAME_UNKNOWN|NOT_FOUND/gm)).toEqual([
    'HTTP/1.1 404 ',
    'NAME_UNKNOWN',
    'HTTP/1.1 404 ',
    'NOT_FOUND',
  ])
})

describe('blobs', () => {
  it('are streamed in ranges where no proxy carries them', async () => {
    const content = randomBytes(1000)
    const digest = await client.pushBlob('dev/range', content)
    const get = (range: string) => client.request('GET', `dev/range/blobs/${digest}`, { headers: { range } })
    const part = await get('bytes=990-2000')
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 990-999/1000')
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(990))).toBe(true)
    const beyond = await get('bytes=1000-')
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe('bytes */1000')
  })

  it('are not sent to a client that has them', async () => {
    const digest = await client.pushBlob('dev/etag', Buffer.from('known'))
    const headers = { 'if-none-match': `"${digest}"` }
    expect((await client.request('GET', `dev/etag/blobs/${digest}`, { headers })).status).toBe(304)
  })

  it('of a repository that the caller may not read stay hidden, even by way of a manifest or a mount', async () => {
    const secret = Buffer.from(JSON.stringify({ os: 'secret', architecture: 'secret' }))
    const digest = await client.pushBlob('dev/hidden', secret)
    const headers = { authorization: `Bearer ${registry.token('repository:dev/thief:pull,push')}` }
    const mount = `${registry.url}/v2/dev/thief/blobs/uploads/?mount=${digest}`
    expect((await fetch(mount, { method: 'POST', headers })).status).toBe(202)
    expect((await fetch(`${mount}&from=dev/hidden`, { method: 'POST', headers })).status).toBe(401)
    const manifest = {
      schemaVersion: 2,
      config: { mediaType: mediaTypes.ociConfig, digest, size: secret.length },
      layers: [],
    }
    const put = await fetch(`${registry.url}/v2/dev/thief/manifests/v1`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': mediaTypes.ociManifest },
      body: JSON.stringify(manifest),
    })
    expect(put.status).toBe(404)
  })

  it('that a manifest uses cannot be deleted', async () => {
    const image = await client.pushImage('dev/used', 'v1')
    const path = `dev/used/blobs/${digestOf(image.config)}`
    expect((await client.request('DELETE', path)).status).toBe(405)
    await client.expect(202, 'DELETE', `dev/used/manifests/${image.digest}`)
    await client.expect(202, 'DELETE', path)
    await client.expect(404, 'HEAD', path)
  })

  it('are mounted from a repository that the caller may read', async () => {
    const digest = await client.pushBlob('dev/source', Buffer.from('mounted'))
    const response = await client.expect(201, 'POST', `dev/target/blobs/uploads/?mount=${digest}&from=dev/source`)
    expect(response.headers.get('location')).toBe(`/v2/dev/target/blobs/${digest}`)
    expect(String(await client.pullBlob('dev/target', digest))).toBe('mounted')
  })
})

describe('manifests', () => {
  it('are pushed by digest under several tags at once', async () => {
    const image = makeImage()
    for (const blob of [image.config, ...image.layers]) await client.pushBlob('dev/tags', blob)
    const response = await client.pushManifest(
      'dev/tags',
      `${image.digest}?tag=1.2.3&tag=1.2&tag=latest`,
      image.manifest,
      image.mediaType,
    )
    expect(response.headers.get('oci-tag')).toBe('1.2.3, 1.2, latest')
    const { tags }: { tags: string[] } = JSON.parse(
      await (await client.expect(200, 'GET', 'dev/tags/tags/list')).text(),
    )
    expect(tags).toEqual(['1.2', '1.2.3', 'latest'])
  })

  it('under another digest than their own are refused', async () => {
    const image = makeImage()
    const response = await client.request('PUT', `dev/wrong/manifests/${digestOf(Buffer.from('x'))}`, {
      body: new Uint8Array(image.manifest),
    })
    expect(await errorOf(response)).toMatchObject({ code: 'DIGEST_INVALID' })
  })

  it('are not sent to a client that has them', async () => {
    const image = await client.pushImage('dev/cached', 'v1')
    const headers = { 'if-none-match': `W/"x", "${image.digest}"` }
    const response = await client.request('GET', 'dev/cached/manifests/v1', { headers })
    expect(response.status).toBe(304)
  })
})

describe('a manifest', () => {
  it('of which the client does not say what it is, or says what no manifest is, is refused', async () => {
    const image = await client.pushImage('dev/typed', 'v1')
    const { mediaType: _, ...undeclared }: Record<string, unknown> = JSON.parse(image.manifest.toString())
    const put = (body: object, type: string | undefined) =>
      client.request('PUT', 'dev/typed/manifests/t', {
        body: Buffer.from(JSON.stringify(body)),
        ...(type !== undefined && { headers: { 'content-type': type } }),
      })
    for (const type of [undefined, 'application/json', 'text/plain', mediaTypes.ociIndex, mediaTypes.dockerManifest]) {
      const response = await put(undeclared, type)
      expect(response.status, type).toBe(400)
      expect(await errorOf(response)).toMatchObject({ code: 'MANIFEST_INVALID', message: 'manifest invalid' })
    }
    expect((await put(undeclared, `${mediaTypes.ociManifest}; charset=utf-8`)).status).toBe(201)
    const { headers } = await client.expect(200, 'GET', 'dev/typed/manifests/t')
    expect(headers.get('content-type')).toBe(mediaTypes.ociManifest)
  })
})
