import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { digestOf, mediaTypes } from '@berth/oci'
import { StorageFullError, TooManyChunksError } from '@berth/storage'
import { makeImage, waitUntil } from '@berth/testkit'
import { readdir } from 'node:fs/promises'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { startTestRegistry } from '../testing/test-registry.js'

const registry = await startTestRegistry()
const client = registry.client()
afterAll(() => registry[Symbol.asyncDispose]())

const errorOf = async (response: Response) => {
  const { errors }: { errors: { code: string; message: string; detail?: unknown }[] } = JSON.parse(
    await response.text(),
  )
  return errors[0]
}
const begin = async (name: string) => {
  const response = await client.expect(202, 'POST', `${name}/blobs/uploads/`)
  return response.headers.get('location') ?? ''
}

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

describe('uploads', () => {
  it('belong to the repository they were begun in', async () => {
    const target = (await begin('dev/mine')).replace('/dev/mine/', '/dev/yours/')
    for (const method of ['PATCH', 'PUT', 'GET', 'DELETE']) {
      const path = method === 'PUT' ? `${target}?digest=${digestOf(Buffer.from(''))}` : target
      expect((await client.request(method, path)).status).toBe(404)
    }
  })

  it('of too many chunks take no more, and can be ended', async () => {
    const full = vi.spyOn(registry.blobs, 'receive').mockRejectedValueOnce(new TooManyChunksError(10_000))
    const target = await begin('dev/chunks')
    const response = await client.request('PATCH', target, { body: Buffer.from('a') })
    full.mockRestore()
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toMatchObject({
      code: 'BLOB_UPLOAD_INVALID',
      detail: 'an upload has at most 10000 chunks: send larger ones',
    })
    await client.expect(204, 'DELETE', target)
  })

  it('are refused under a wrong digest and can still be ended under the right one', async () => {
    const target = await begin('dev/digest')
    await client.expect(202, 'PATCH', target, { body: Buffer.from('abc') })
    const wrong = await client.request('PUT', `${target}?digest=${digestOf(Buffer.from('abd'))}`)
    expect(wrong.status).toBe(400)
    expect(await errorOf(wrong)).toMatchObject({ code: 'DIGEST_INVALID' })
    await client.expect(201, 'PUT', `${target}?digest=${digestOf(Buffer.from('abc'))}`)
  })

  it('are refused under the digest of a blob that is there while they hold other bytes, and go on', async () => {
    const held = `digest=${digestOf(Buffer.from('abc'))}`
    await client.expect(201, 'PUT', `${await begin('dev/held')}?${held}`, { body: Buffer.from('abc') })
    const target = await begin('dev/held')
    await client.expect(202, 'PATCH', target, { body: Buffer.from('ab') })
    for (const body of [undefined, Buffer.from('d')]) {
      const wrong = await client.request('PUT', `${target}?${held}`, body && { body })
      expect(wrong.status).toBe(400)
      expect(await errorOf(wrong)).toMatchObject({ code: 'DIGEST_INVALID' })
    }
    await client.expect(201, 'PUT', `${target}?digest=${digestOf(Buffer.from('abd'))}`)
  })

  it('are answered again when the client asks again to end one that has ended', async () => {
    const target = await begin('dev/again')
    const path = `${target}?digest=${digestOf(Buffer.from('abc'))}`
    await client.expect(201, 'PUT', path, { body: Buffer.from('abc') })
    await client.expect(201, 'PUT', path)
  })

  it('end when they are cancelled', async () => {
    const target = await begin('dev/cancelled')
    await client.expect(202, 'PATCH', target, { body: Buffer.from('abc') })
    await client.expect(204, 'DELETE', target)
    await client.expect(404, 'GET', target)
    expect(await readdir(`${registry.root}/uploads`)).not.toContain(target.split('/').at(-1))
  })

  it('take a chunk whose length is not what Content-Range says for broken', async () => {
    const target = await begin('dev/short')
    const headers = { 'content-range': '0-9' }
    expect((await client.request('PATCH', target, { body: Buffer.from('abc'), headers })).status).toBe(400)
    expect((await client.expect(204, 'GET', target)).headers.get('range')).toBe('0-0')
  })

  it('keep what came when the connection breaks, and go on from there', async () => {
    const target = await begin('dev/broken')
    await client.expect(202, 'PATCH', target, { body: Buffer.from('first') })
    const headers = {
      authorization: `Bearer ${registry.token('repository:dev/broken:pull,push')}`,
      'content-length': 1000,
    }
    const sending = request(new URL(target, registry.url), { method: 'PATCH', headers })
    sending.on('error', () => {})
    sending.write(randomBytes(500))
    await new Promise((resolve) => setTimeout(resolve, 200))
    sending.destroy()
    await waitUntil(async () => (await readdir(registry.spool)).length === 0, { what: 'the half chunk left the spool' })
    expect((await client.expect(204, 'GET', target)).headers.get('range')).toBe('0-504')
  })
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

describe('lists', () => {
  it('come page by page, each linking to the next', async () => {
    const image = makeImage()
    for (const tag of ['a', 'b', 'c']) await client.pushImage('dev/paged', tag, image)
    const first = await client.expect(200, 'GET', 'dev/paged/tags/list?n=2')
    expect(await first.json()).toEqual({ name: 'dev/paged', tags: ['a', 'b'] })
    expect(first.headers.get('link')).toBe('</v2/dev/paged/tags/list?n=2&last=b>; rel="next"')
    const more = await client.expect(200, 'GET', `dev/paged/tags/list?n=2&${'x=y&'.repeat(2000)}`)
    expect(more.headers.get('link')).toBe(first.headers.get('link'))
    const last = await client.expect(200, 'GET', 'dev/paged/tags/list?n=2&last=b')
    expect(await last.json()).toEqual({ name: 'dev/paged', tags: ['c'] })
    expect(last.headers.get('link')).toBeNull()
  })

  it('of referrers are filtered by type and paged', async () => {
    const subject = await client.pushImage('dev/subject', 'v1')
    const empty = await client.pushBlob('dev/subject', Buffer.from('{}'))
    const attach = async (artifactType: string) => {
      const manifest = {
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        artifactType,
        config: { mediaType: mediaTypes.ociEmpty, digest: empty, size: 2 },
        layers: [],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.manifest.length },
        annotations: { kind: artifactType },
      }
      const bytes = Buffer.from(JSON.stringify(manifest))
      const pushed = await client.pushManifest('dev/subject', digestOf(bytes), bytes, mediaTypes.ociManifest)
      expect(pushed.headers.get('oci-subject')).toBe(subject.digest)
    }
    for (const type of ['test/a', 'test/b', 'test/c']) await attach(type)
    const path = `dev/subject/referrers/${subject.digest}`
    const filtered = await client.expect(200, 'GET', `${path}?artifactType=test/b`)
    expect(filtered.headers.get('oci-filters-applied')).toBe('artifactType')
    expect(filtered.headers.get('content-type')).toBe(mediaTypes.ociIndex)
    expect(await filtered.json()).toMatchObject({
      schemaVersion: 2,
      mediaType: mediaTypes.ociIndex,
      manifests: [{ artifactType: 'test/b', annotations: { kind: 'test/b' }, mediaType: mediaTypes.ociManifest }],
    })
    const seen: string[] = []
    let next: string | undefined = `${path}?n=2`
    while (next !== undefined) {
      const page = await client.expect(200, 'GET', next)
      const { manifests }: { manifests: { artifactType: string }[] } = JSON.parse(await page.text())
      seen.push(...manifests.map((manifest) => manifest.artifactType))
      next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(seen.sort()).toEqual(['test/a', 'test/b', 'test/c'])
  })
})

describe('a full disk', () => {
  it('is told to the client, and costs nothing but this request', async () => {
    const full = new StorageFullError('no space left')
    const spool = vi.spyOn(registry.blobs, 'spool').mockImplementation(async (source) => {
      // Fails in the middle of the body, as a disk does.
      for await (const _ of source) throw full
      throw full
    })
    const target = await begin('dev/full')
    const response = await client.request('PATCH', target, { body: randomBytes(500_000) })
    expect(response.status).toBe(507)
    expect(await errorOf(response)).toMatchObject({ code: 'STORAGE_FULL' })
    spool.mockRestore()
    await client.expect(202, 'PATCH', target, { body: Buffer.from('fits') })
  })

  it('leaves the connection to the next request', async () => {
    const spool = vi.spyOn(registry.blobs, 'spool').mockImplementation(async (source) => {
      for await (const _ of source) throw new StorageFullError('no space left')
      expect.fail()
    })
    const target = await begin('dev/full')
    const bearer = `host: a\r\nauthorization: Bearer ${registry.token('repository:dev/full:pull,push')}\r\n`
    const body = randomBytes(500_000)
    const socket = connect(registry.port, '127.0.0.1')
    socket.setTimeout(2000, () => socket.destroy())
    socket.write(`PATCH ${target} HTTP/1.1\r\n${bearer}content-length: ${body.length}\r\n\r\n`)
    socket.write(body)
    socket.write(`GET ${target} HTTP/1.1\r\n${bearer}connection: close\r\n\r\n`)
    expect((await text(socket)).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 507', 'HTTP/1.1 204'])
    spool.mockRestore()
  })

  it('takes nothing in once the reserve is reached, and gives out and deletes all the same', async () => {
    const room = async () => (await fetch(`${registry.url}/internal/room`)).status
    const image = await client.pushImage('dev/reserve', 'v1', makeImage({ layerSize: 10, layers: 1 }))
    const target = await begin('dev/reserve')
    expect(await room()).toBe(204)
    const admit = vi.spyOn(registry.blobs, 'admit').mockRejectedValue(new StorageFullError('reserve'))
    const refused = [
      await client.request('POST', 'dev/reserve/blobs/uploads/'),
      await client.request('PATCH', target, { body: Buffer.from('chunk') }),
      await client.request('PUT', 'dev/reserve/manifests/v2', { body: image.manifest }),
    ]
    for (const response of refused) {
      expect(response.status).toBe(507)
      expect(await errorOf(response)).toMatchObject({ code: 'STORAGE_FULL' })
    }
    expect(await room()).toBe(507)
    await client.pullImage('dev/reserve', 'v1')
    await client.expect(202, 'DELETE', 'dev/reserve/manifests/v1')
    admit.mockRestore()
    await client.expect(202, 'PATCH', target, { body: Buffer.from('chunk') })
  })

  it('ends no connection and no process, also where the file itself breaks off', async () => {
    const spool = vi.spyOn(registry.blobs, 'spool').mockImplementation(async (source) => {
      const file = new Writable({ write: (_chunk, _encoding, done) => done(new Error('ENOSPC')) })
      return pipeline(source, file).catch((cause: unknown) => {
        throw new StorageFullError('no space left', { cause })
      }) as Promise<never>
    })
    const target = await begin('dev/full')
    expect((await client.request('PATCH', target, { body: randomBytes(6_000_000) })).status).toBe(507)
    spool.mockRestore()
    await client.expect(202, 'PATCH', target, { body: Buffer.from('fits') })
  })
})

describe('referrers', () => {
  it('are listed whole, and page by page for who asks for pages', async () => {
    const image = await client.pushImage('dev/signed', 'v1')
    const config = {
      mediaType: mediaTypes.ociEmpty,
      digest: await client.pushBlob('dev/signed', Buffer.from('{}')),
      size: 2,
    }
    const subject = { mediaType: image.mediaType, digest: image.digest, size: image.manifest.length }
    const attached = Array.from({ length: 130 }, (_, number) => {
      const annotations = { number: String(number) }
      return Buffer.from(
        JSON.stringify({ schemaVersion: 2, artifactType: 'a/b', config, layers: [], subject, annotations }),
      )
    })
    for (const manifest of attached)
      await client.pushManifest('dev/signed', digestOf(manifest), manifest, mediaTypes.ociManifest)
    const list = async (url: string) => {
      const response = await client.expect(200, 'GET', url)
      const { manifests } = (await response.json()) as { manifests: { digest: string }[] }
      const [, next] = /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? []
      return { digests: manifests.map(({ digest }) => digest), next }
    }
    const sorted = attached.map((manifest) => digestOf(manifest)).toSorted()
    expect(await list(`dev/signed/referrers/${image.digest}`)).toEqual({ digests: sorted, next: undefined })
    const paged: string[] = []
    for (let url: string | undefined = `dev/signed/referrers/${image.digest}?n=60&artifactType=a/b`; url;) {
      const { digests, next }: Awaited<ReturnType<typeof list>> = await list(url)
      expect(digests.length).toBeLessThanOrEqual(60)
      paged.push(...digests)
      url = next
    }
    expect(paged).toEqual(sorted)
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
