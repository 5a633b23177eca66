import { connect } from 'node:net'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf, mediaTypes } from '@berth/oci'
import { makeImage, OciClient, waitUntil, watchMemory } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPlatform } from './test-platform.js'

const platform = await startTestPlatform()
const { client } = platform
const token = platform.token('repository:dev/app:pull,push,delete registry:catalog:*')
const image = makeImage()
const config = { mediaType: mediaTypes.ociConfig, digest: digestOf(image.config), size: image.config.length }
const layer = {
  mediaType: 'application/vnd.oci.image.layer.v1.tar',
  digest: digestOf(image.layers[0] ?? Buffer.of()),
  size: image.layers[0]?.length ?? 0,
}
const absent = digestOf(Buffer.from('nobody has pushed this'))
let workers: number[]

beforeAll(async () => {
  await client.pushImage('dev/app', 'v1', image)
  workers = (await platform.processes()).registry
})

afterAll(async () => {
  try {
    // Whatever came, no worker ended, and none met what it takes for a fault of its own.
    expect((await platform.processes()).registry).toEqual(workers)
    expect(platform.output()).not.toMatch(/"level":"(?:error|fatal)"/)
    expect((await client.pullImage('dev/app', 'v1')).digest).toBe(image.digest)
  } finally {
    await platform[Symbol.asyncDispose]()
  }
})

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** Sends bytes as they are, and reads until the connection ends. */
async function speak(request: string): Promise<Answer> {
  const socket = connect(platform.port, '127.0.0.1')
  socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')))
  socket.write(request)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s)
  return { status: Number(head.split(' ')[1]), head, body }
}

function send(method: string, path: string, headers: readonly string[] = [], body = ''): Promise<Answer> {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: berth', 'connection: close', `authorization: Bearer ${token}`]
  return speak(`${[...lines, ...headers].join('\r\n')}\r\n\r\n${body}`)
}

/** That it is an error of the specification's form, and tells nothing of what is behind. */
function expectError(answer: Answer, status: number, code: string): void {
  expect(answer.body).not.toMatch(new RegExp(`${platform.root}|\\bat .+\\.js|select |postgres`, 'i'))
  expect(answer.head).toMatch(/content-type: application\/json/i)
  const { errors }: { errors: { code: string; message: string }[] } = JSON.parse(answer.body)
  expect({ status: answer.status, code: errors[0]?.code }).toEqual({ status, code })
}

/** Ids of the uploads that clients know of. */
const begun = new Set<string>()

async function begin(): Promise<string> {
  const { headers } = await client.expect(202, 'POST', 'dev/app/blobs/uploads/')
  begun.add(headers.get('docker-upload-uuid') ?? '')
  return headers.get('location') ?? ''
}

describe('an address', () => {
  const hex = 'a'.repeat(64)

  it.each([
    // Out of the tree, in every spelling. nginx resolves what stays within; nothing of it is a repository.
    ['/v2/../../etc/passwd', 400, 'BAD_REQUEST'],
    ['/v2/%2e%2e/%2e%2e/etc/passwd', 400, 'BAD_REQUEST'],
    ['/v2/dev/app/./manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/x/../app/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/x/%2e%2e/app/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/x/..%2fapp/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/%252e%252e/app/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/app/blobs/..%2f..%2f..%2fetc%2fpasswd', 404, 'NOT_FOUND'],
    [`/v2/dev/app/blobs/sha256:${'%2e%2e%2f'.repeat(21)}a`, 400, 'BAD_REQUEST'],
    // What is there, written in another way.
    [`/v2/dev/x/%2e%2e/app/blobs/${layer.digest}`, 400, 'NAME_INVALID'],
    [`/v2/dev//app/blobs/${layer.digest}`, 400, 'NAME_INVALID'],
    ['/v2/dev/app/blobs/uploads/%2e%2e', 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['/v2/dev/app/blobs/uploads/..%2f..', 404, 'NOT_FOUND'],
    ['/v2/../_storage/docker/', 404, 'BLOB_UNKNOWN'],
    // Slashes, bytes that are no text, and letters.
    ['//v2/dev/app/manifests/v1', 404, 'NOT_FOUND'],
    ['/v2//dev/app/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/app//manifests//v1', 404, 'NOT_FOUND'],
    ['/v2/dev/app/manifests/v1%00', 400, 'BAD_REQUEST'],
    ['/v2/dev/app/manifests/v1%0a', 400, 'TAG_INVALID'],
    ['/v2/dev/app/manifests/%zz', 400, 'BAD_REQUEST'],
    ['/v2/dev/app/manifests/%ff', 400, 'NAME_INVALID'],
    ['/v2/DEV/app/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/__proto__/manifests/v1', 400, 'NAME_INVALID'],
    ['/v2/dev/app/manifests/__proto__', 404, 'MANIFEST_UNKNOWN'],
    // Lengths.
    [`/v2/dev/${'a'.repeat(252)}/manifests/v1`, 400, 'NAME_INVALID'],
    [`/v2/dev/${'a/'.repeat(7_000)}a/manifests/v1`, 400, 'NAME_INVALID'],
    [`/v2/dev/${'a'.repeat(20_000)}/manifests/v1`, 431, 'HEADERS_TOO_LARGE'],
    [`/v2/dev/${'a'.repeat(40_000)}/manifests/v1`, 414, 'BAD_REQUEST'],
    [`/v2/dev/app/manifests/${'t'.repeat(129)}`, 400, 'TAG_INVALID'],
    // Digests.
    [`/v2/dev/app/blobs/sha256:${hex.toUpperCase()}`, 400, 'DIGEST_INVALID'],
    [`/v2/dev/app/blobs/SHA256:${hex}`, 400, 'DIGEST_INVALID'],
    [`/v2/dev/app/blobs/sha256:${hex}a`, 400, 'DIGEST_INVALID'],
    [`/v2/dev/app/blobs/sha512:${hex}`, 400, 'DIGEST_INVALID'],
    ['/v2/dev/app/blobs/sha256:', 400, 'DIGEST_INVALID'],
    [`/v2/dev/app/manifests/md5:${hex}`, 400, 'DIGEST_INVALID'],
    [`/v2/dev/app/referrers/v1`, 400, 'DIGEST_INVALID'],
    // Pages.
    ['/v2/dev/app/tags/list?n=-1', 400, 'PAGINATION_NUMBER_INVALID'],
    ['/v2/dev/app/tags/list?n=1e9', 400, 'PAGINATION_NUMBER_INVALID'],
    ['/v2/_catalog?n=99999999999999999999', 400, 'PAGINATION_NUMBER_INVALID'],
    [`/v2/dev/app/referrers/sha256:${hex}?n=`, 400, 'PAGINATION_NUMBER_INVALID'],
  ])('%s is refused with %i %s', async (path, status, code) => {
    expectError(await send('GET', path), status, code)
  })

  it.each([
    '/v2/dev/app/tags/list?last=%00',
    '/v2/dev/app/tags/list?last=%ff&n=999999999',
    "/v2/dev/app/tags/list?last='%3bdrop%20table%20tag--",
    '/v2/_catalog?last=%00',
    `/v2/dev/app/referrers/${absent}?artifactType=%00&last=%00`,
  ])('%s gets a page', async (path) => {
    expect((await send('GET', path)).status).toBe(200)
  })

  it('of the services behind is not one of the proxy', async () => {
    for (const path of [
      '/internal/preflight',
      '/v2/../internal/preflight',
      '/v2/..%2finternal/preflight',
      '/_preflight',
    ])
      expect((await send('GET', path)).status, path).toBe(404)
  })

  it('is not split by what it says of the next page', async () => {
    const { head } = await send('GET', '/v2/dev/app/tags/list?n=0&x=%0d%0aset-cookie:%20a=b')
    expect(head).not.toMatch(/^set-cookie/im)
  })
})

describe('a request', () => {
  it('that the proxy refuses is refused in Chinese to who reads Chinese', async () => {
    const { head, body } = await send('TRACE', '/v2/', ['accept-language: zh-CN,zh;q=0.9,en;q=0.8'])
    expect(head).toMatch(/^allow: GET, HEAD, /im)
    expect(JSON.parse(body)).toEqual({ errors: [{ code: 'UNSUPPORTED', message: '不支持该操作' }] })
  })

  it.each([
    ['PROPFIND', '/v2/dev/app/tags/list', [], 405, 'UNSUPPORTED'],
    ['NONSENSE', '/v2/dev/app/tags/list', [], 400, 'BAD_REQUEST'],
    ['CONNECT', 'berth:80', [], 400, 'BAD_REQUEST'],
    ['DELETE', '/v2/_catalog', [], 405, 'UNSUPPORTED'],
    ['TRACE', '/v2/dev/app/tags/list', [], 405, 'UNSUPPORTED'],
    ['POST', '/v2/dev/app/blobs/uploads/', ['transfer-encoding: gzip'], 501, 'UNSUPPORTED'],
    ['GET', '/v2/', [`x-large: ${'x'.repeat(20_000)}`], 431, 'HEADERS_TOO_LARGE'],
    ['GET', '/v2/', [`x-large: ${'x'.repeat(40_000)}`], 400, 'BAD_REQUEST'],
    ['GET', '/v2/', ['host: other'], 400, 'BAD_REQUEST'],
    ['PUT', '/v2/dev/app/manifests/v1', ['content-type: ', 'content-length: 2'], 400, 'BAD_REQUEST'],
    ['PATCH', `/v2/dev/app/blobs/uploads/${'0'.repeat(8)}`, ['content-length: 2'], 404, 'BLOB_UPLOAD_UNKNOWN'],
  ] as const)('%s %s %j is refused with %i %s', async (method, path, headers, status, code) => {
    expectError(await send(method, path, headers, '{}'), status, code)
  })

  it('with a token that nobody signed is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const access = [{ type: 'repository', name: 'dev/app', actions: ['pull'] }]
    const claims = { iss: 'harbor-token-issuer', aud: 'harbor-registry', exp: 9_999_999_999, access }
    for (const alg of ['none', 'HS256']) {
      const forged = `${part({ alg, typ: 'JWT' })}.${part(claims)}.${alg === 'none' ? '' : 'x'}`
      const lines = ['GET /v2/dev/app/manifests/v1 HTTP/1.1', 'host: berth', 'connection: close']
      expectError(await speak(`${lines.join('\r\n')}\r\nauthorization: Bearer ${forged}\r\n\r\n`), 401, 'UNAUTHORIZED')
    }
  })

  it('cannot hide another one in its body', async () => {
    const hidden = '0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: berth\r\n\r\n'
    const headers = [`content-length: ${hidden.length}`, 'transfer-encoding: chunked']
    const answer = await send('POST', '/v2/dev/app/blobs/uploads/', headers, hidden)
    expectError(answer, 400, 'BAD_REQUEST')
    expect(answer.body).not.toContain('HTTP/1.1')
  })
})

describe('a chunk', () => {
  it.each([
    ['', 416, 'RANGE_INVALID'],
    ['-5', 416, 'RANGE_INVALID'],
    ['5-0', 416, 'RANGE_INVALID'],
    ['1-3', 416, 'RANGE_INVALID'],
    ['0x0-0x2', 416, 'RANGE_INVALID'],
    ['0-2, 3-5', 416, 'RANGE_INVALID'],
    ['0-99999999999999999999', 416, 'RANGE_INVALID'],
    ['999999999999999-999999999999999', 416, 'RANGE_INVALID'],
    ['0-999999999999999', 400, 'SIZE_INVALID'],
    ['0-1', 400, 'SIZE_INVALID'],
  ])('whose Content-Range is "%s" is refused with %i %s, and the upload goes on', async (range, status, code) => {
    const target = await begin()
    const headers = [`content-range: ${range}`, 'content-length: 3']
    expectError(await send('PATCH', target, headers, 'abc'), status, code)
    await client.expect(202, 'PATCH', target, { body: Buffer.from('abc'), headers: { 'content-range': '0-2' } })
    await client.expect(201, 'PUT', `${target}?digest=${digestOf(Buffer.from('abc'))}`)
  })

  it.each([
    ['a negative length', ['content-length: -3'], 'abc'],
    ['two lengths', ['content-length: 3', 'content-length: 5'], 'abc'],
    ['a length that no number holds', ['content-length: 99999999999999999999'], 'abc'],
    ['a length in hexadecimal', ['content-length: 0x3'], 'abc'],
    ['a chunk of no length', ['transfer-encoding: chunked'], 'zz\r\nabc\r\n0\r\n\r\n'],
    ['a chunk of a length that no number holds', ['transfer-encoding: chunked'], 'ffffffffffffffffff\r\nabc\r\n'],
  ])('with %s is refused, and the upload goes on', async (_, headers, body) => {
    const target = await begin()
    expectError(await send('PATCH', target, headers, body), 400, 'BAD_REQUEST')
    expect((await client.expect(204, 'GET', target)).headers.get('range')).toBe('0-0')
  })

  it('that breaks off is dropped, and the upload goes on', async () => {
    const target = await begin()
    const socket = connect(platform.port, '127.0.0.1')
    const head = [
      `PATCH ${target} HTTP/1.1`,
      'host: berth',
      `authorization: Bearer ${token}`,
      'content-length: 1000000',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    socket.write(randomBytes(500_000))
    await waitUntil(async () => (await readdir(platform.spool)).length > 0, { what: 'the chunk begins to be spooled' })
    socket.destroy()
    await waitUntil(async () => (await readdir(platform.spool)).length === 0, { what: 'the half chunk is dropped' })
    expect((await client.expect(204, 'GET', target)).headers.get('range')).toBe('0-0')
  })

  it.each([
    ['', 'DIGEST_INVALID'],
    ['?digest=', 'DIGEST_INVALID'],
    ['?digest=%00', 'DIGEST_INVALID'],
    ['?digest=sha256:../../../../etc/passwd', 'DIGEST_INVALID'],
    [`?digest=${absent}`, 'DIGEST_INVALID'],
    [`?digest=${digestOf(Buffer.from('abc')).toUpperCase()}`, 'DIGEST_INVALID'],
  ])('that ends its upload with "%s" is refused with 400 %s', async (query, code) => {
    expectError(await send('PUT', `${await begin()}${query}`, ['content-length: 3'], 'abc'), 400, code)
  })
})

describe('a range', () => {
  it('that cannot be is refused, and any other costs no more than the blob', async () => {
    const content = randomBytes(1_000)
    const path = `/v2/dev/app/blobs/${await client.pushBlob('dev/app', content)}`
    for (const range of ['bytes=5-1', 'bytes=1000-', 'bytes=-0', 'bytes=99999999999999999999-', 'bytes=a-b']) {
      const answer = await send('GET', path, [`range: ${range}`])
      expectError(answer, 416, 'RANGE_INVALID')
      expect(answer.head).toMatch(/content-range: bytes \*\/1000/i)
    }
    const overlapping = `bytes=${Array.from({ length: 1_000 }, () => '0-').join(',')}`
    expect((await send('GET', path, [`range: ${overlapping}`])).body.length).toBeLessThanOrEqual(content.length)
  })
})

describe('a manifest', () => {
  const base = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers: [layer] }
  const many = <Item>(length: number, item: (at: number) => Item) => Array.from({ length }, (_, at) => item(at))

  const put = async (body: string, reference = 'bad', type: string = mediaTypes.ociManifest): Promise<Answer> => {
    const headers = { 'content-type': type }
    const response = await client.request('PUT', `dev/app/manifests/${reference}`, { body: Buffer.from(body), headers })
    const head = `content-type: ${response.headers.get('content-type')}`
    return { status: response.status, head, body: await response.text() }
  }
  const open = (rest: string) => JSON.stringify(base).replace(/}$/, `,${rest}}`)

  it.each([
    ['nothing', '', 400, 'MANIFEST_INVALID'],
    ['null', 'null', 400, 'MANIFEST_INVALID'],
    ['a key twice', open('"layers":[],"layers":[]'), 400, 'MANIFEST_INVALID'],
    ['a key in two spellings', open('"Layers":[]'), 400, 'MANIFEST_INVALID'],
    ['an image and an index at once', open('"manifests":[]'), 400, 'MANIFEST_INVALID'],
    [
      'another size than its layer has',
      JSON.stringify({ ...base, layers: [{ ...layer, size: 1 }] }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      '300,000 annotations',
      open(`"annotations":{${many(300_000, (at) => `"${at}":""`).join()}}`),
      400,
      'MANIFEST_INVALID',
    ],
    ['1,300,000 empty objects', open(`"z":[${'{},'.repeat(1_300_000)}{}]`), 400, 'MANIFEST_INVALID'],
    ['two documents', JSON.stringify(base).repeat(2), 400, 'MANIFEST_INVALID'],
    ['100,000 brackets', open(`"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`), 400, 'MANIFEST_INVALID'],
    ['2,000,000 brackets', open(`"x":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`), 400, 'MANIFEST_INVALID'],
    ['1,300,000 layers that are none', `{"layers":[${'{},'.repeat(1_300_000)}{}]}`, 400, 'MANIFEST_INVALID'],
    ['800,000 layers of null', `{"layers":[${'null,'.repeat(800_000)}null]}`, 400, 'MANIFEST_INVALID'],
    [
      '300,000 annotations that are numbers',
      open(`"annotations":{${many(300_000, (at) => `"${at}":1`).join()}}`),
      400,
      'MANIFEST_INVALID',
    ],
    ['a size below zero', JSON.stringify({ ...base, config: { ...config, size: -1 } }), 400, 'MANIFEST_INVALID'],
    ['a size beyond numbers', JSON.stringify(base).replace(/"size":\d+/, '"size":1e300'), 400, 'MANIFEST_INVALID'],
    [
      'a digest in capitals',
      JSON.stringify({ ...base, config: { ...config, digest: config.digest.toUpperCase() } }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      'a digest that is a path',
      JSON.stringify({ ...base, config: { ...config, digest: 'sha256:../../etc/passwd' } }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      'a megabyte of artifact type',
      JSON.stringify({ ...base, artifactType: 'x'.repeat(1_000_000) }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      'a layer that nobody pushed',
      JSON.stringify({ ...base, layers: [{ ...layer, digest: absent }] }),
      404,
      'MANIFEST_BLOB_UNKNOWN',
    ],
    ['4 MiB and a byte', JSON.stringify(base).padEnd(4 * 1024 * 1024 + 1), 413, 'MANIFEST_TOO_LARGE'],
  ])('of %s is refused', async (_, body, status, code) => {
    expectError(await put(body), status, code)
    await client.expect(404, 'HEAD', 'dev/app/manifests/bad')
  })

  it('that names 20,000 layers which are not there gets a short answer', async () => {
    const layers = many(20_000, (at) => ({ digest: digestOf(Buffer.from(String(at))), size: 1 }))
    const answer = await put(JSON.stringify({ ...base, layers }))
    expectError(answer, 404, 'MANIFEST_BLOB_UNKNOWN')
    expect(answer.body.length).toBeLessThan(50_000)
  })

  it('under another digest than its own, or too many tags, or one that is none, is refused', async () => {
    const body = JSON.stringify(base)
    const own = digestOf(Buffer.from(body))
    expectError(await put(body, absent), 400, 'DIGEST_INVALID')
    expectError(await put(body, `${own}?tag=../v1`), 400, 'TAG_INVALID')
    expectError(await put(body, `${own}?${many(101, (at) => `tag=t${at}`).join('&')}`), 400, 'TAG_INVALID')
    expectError(await put(body, 'v1', mediaTypes.ociIndex), 400, 'MANIFEST_INVALID')
    expectError(await put(body, 'v1', `application/${'x'.repeat(300)}`), 400, 'MANIFEST_INVALID')
  })

  it.each([
    ['keys of JavaScript', open('"__proto__":{"layers":[1]},"constructor":{"prototype":{"digest":"x"}},"toString":1')],
    [
      'annotations named as keys of JavaScript',
      open('"annotations":{"__proto__":"x","constructor":"y","toString":"z"}'),
    ],
    ['NUL and half characters', JSON.stringify({ ...base, annotations: { 'a\0b': 'c\0', '\ud800': '\udfff' } })],
    ['three megabytes of annotations', JSON.stringify({ ...base, annotations: { large: 'x'.repeat(3_000_000) } })],
    [
      '90,000 annotations',
      JSON.stringify({ ...base, annotations: Object.fromEntries(many(90_000, (at) => [`k${at}`, 'v'])) }),
    ],
    [
      'the greatest sizes there are',
      JSON.stringify({ ...base, subject: { ...layer, digest: absent, size: Number.MAX_SAFE_INTEGER } }),
    ],
    ['20,000 times the same layer', JSON.stringify({ ...base, layers: many(20_000, () => layer) })],
  ])('with %s comes back byte by byte', async (_, body) => {
    expect((await put(body, 'odd')).status).toBe(201)
    const response = await client.expect(200, 'GET', 'dev/app/manifests/odd')
    expect((await response.text()) === body).toBe(true)
  })

  it('with a config that is no config is an image that is not looked into', async () => {
    const configs = [
      `{"config":{"Labels":{${many(400_000, (at) => `"${at}":""`).join()}}}}`,
      `{"history":[${'{},'.repeat(1_300_000)}{}]}`,
      `{"config":{"Env":[${'1,'.repeat(3_000_000)}1]}}`,
      `{"x":${'['.repeat(3_000_000)}`,
      JSON.stringify({ os: 'l\0', architecture: '\ud800', config: { Labels: { 'a\0': '\udfff' } } }),
    ]
    for (const content of configs) {
      const digest = await client.pushBlob('dev/app', Buffer.from(content))
      const odd = { ...base, config: { ...config, digest, size: Buffer.byteLength(content) } }
      expect((await put(JSON.stringify(odd), 'odd')).status).toBe(201)
    }
  })

  it('leaves a worker answering others while it is read', async () => {
    const bodies = [
      `{"layers":[${'{},'.repeat(1_300_000)}{}]}`,
      JSON.stringify({
        ...base,
        layers: many(20_000, (at) => ({ digest: digestOf(Buffer.from(String(at))), size: 1 })),
      }),
    ]
    const putting = Promise.all(bodies.map((body) => put(body)))
    let slowest = 0
    for (let asked = 0; asked < 30; asked += 1) {
      const before = performance.now()
      await client.expect(200, 'GET', 'dev/app/manifests/v1')
      slowest = Math.max(slowest, performance.now() - before)
    }
    expect(slowest).toBeLessThan(20_000)
    await putting
  })
})

describe('an index', () => {
  const indexOf = (manifests: readonly object[], rest: object = {}) =>
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests, ...rest }))
  const child = (bytes: Buffer) => ({ mediaType: mediaTypes.ociIndex, digest: digestOf(bytes), size: bytes.length })
  const push = (bytes: Buffer, reference: string) =>
    client.pushManifest('dev/app', reference, bytes, mediaTypes.ociIndex)

  it('within an index within an index, a thousand deep, is taken, listed and deleted', async () => {
    let bytes = indexOf([{ mediaType: mediaTypes.ociManifest, digest: image.digest, size: image.manifest.length }])
    const pushLevels = async (from: number, to: number) => {
      for (let depth = from; depth < to; depth += 1) {
        await push(bytes, depth === 999 ? 'deep' : digestOf(bytes))
        bytes = indexOf([child(bytes)])
      }
    }
    // What the first pushes take, the compiler's memory among it, says nothing of depth.
    await pushLevels(0, 200)
    const watch = await watchMemory(workers)
    await pushLevels(200, 1_000)
    const top = await client.expect(200, 'GET', 'dev/app/manifests/deep')
    await client.expect(200, 'GET', `dev/app/referrers/${digestOf(Buffer.from(await top.arrayBuffer()))}`)
    await client.expect(202, 'DELETE', 'dev/app/manifests/deep')
    await client.expect(200, 'GET', `dev/app/manifests/${image.digest}`)
    expect(await watch.growth()).toBeLessThan(100)
  })

  it('whose size doubles with each level stays within what a number holds', async () => {
    let bytes = image.manifest
    for (let depth = 0; depth < 60; depth += 1) {
      bytes = indexOf([child(bytes), { ...child(bytes), annotations: { again: String(depth) } }])
      await push(bytes, 'doubling')
    }
    const sizes = await platform.database.pool.query<{ largest: string }>(
      'select max(total_size) as largest from artifact',
    )
    expect(Number.isSafeInteger(Number(sizes.rows[0]?.largest))).toBe(true)
  })

  it('whose child is its subject, or refers back to it by a tag that moves, makes no circle', async () => {
    const early = indexOf([], { annotations: { name: 'early' } })
    const late = indexOf([child(early)], { subject: child(early) })
    await push(late, 'round')
    await push(early, digestOf(early))
    const back = indexOf([child(late)], { subject: child(late), annotations: { name: 'back' } })
    await push(back, 'round')
    const list = await client.expect(200, 'GET', `dev/app/referrers/${digestOf(early)}`)
    expect(await list.json()).toMatchObject({ manifests: [{ digest: digestOf(late) }] })
    await client.expect(412, 'DELETE', `dev/app/manifests/${digestOf(late)}`)
    await client.expect(200, 'GET', 'dev/app/manifests/round')
    for (const index of [back, late, early]) await client.expect(202, 'DELETE', `dev/app/manifests/${digestOf(index)}`)
  })

  it('whose children are missing, or blobs, is taken; they are still not manifests', async () => {
    const sparse = indexOf([{ mediaType: mediaTypes.ociManifest, digest: absent, size: 3 }, { ...config }])
    await push(sparse, 'sparse')
    for (const digest of [absent, config.digest]) await client.expect(404, 'GET', `dev/app/manifests/${digest}`)
  })
})

describe('a blob of a repository that the caller may not read', () => {
  it('is reached neither by a mount, nor a manifest, nor an upload of its digest', async () => {
    const secret = Buffer.from(
      JSON.stringify({ os: 'linux', architecture: 'amd64', config: { Labels: { key: 'secret' } } }),
    )
    const digest = await client.pushBlob('dev/hidden', secret)
    const hidden = await client.pushImage('dev/hidden', 'v1')
    const thief = new OciClient(platform.url, { token: () => token })
    for (const query of [`?mount=${digest}`, `?mount=${digest}&from=dev/hidden/../hidden`])
      expect((await thief.request('POST', `dev/app/blobs/uploads/${query}`)).status).toBe(202)
    expect((await thief.request('POST', `dev/app/blobs/uploads/?mount=${digest}&from=dev/hidden`)).status).toBe(401)
    const stolen = { schemaVersion: 2, config: { ...config, digest, size: secret.length }, layers: [] }
    const body = Buffer.from(JSON.stringify(stolen))
    const headers = { 'content-type': mediaTypes.ociManifest }
    const named = await thief.request('PUT', 'dev/app/manifests/stolen', { body, headers })
    expect({ status: named.status, body: await named.json() }).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'MANIFEST_BLOB_UNKNOWN', detail: [{ digest }] }] },
    })
    const adopting = JSON.stringify({ schemaVersion: 2, manifests: [{ digest: hidden.digest, size: 1 }] })
    await thief.expect(201, 'PUT', 'dev/app/manifests/adopting', {
      body: Buffer.from(adopting),
      headers: { 'content-type': mediaTypes.ociIndex },
    })
    const target = (await thief.expect(202, 'POST', 'dev/app/blobs/uploads/')).headers.get('location') ?? ''
    expect((await thief.request('PUT', `${target}?digest=${digest}`)).status).toBe(400)
    for (const path of [`blobs/${digest}`, `manifests/${hidden.digest}`, 'manifests/stolen'])
      expect((await thief.request('GET', `dev/app/${path}`)).status, path).toBe(404)
    expect((await thief.request('GET', `dev/hidden/blobs/${digest}`)).status).toBe(401)
  })
})

it('leaves neither a spooled file nor a half upload of what was refused', async () => {
  expect(await readdir(platform.spool)).toEqual([])
  const uploads = await readdir(join(platform.root, 'uploads'))
  // Whoever began an upload may go on with it.
  expect(uploads.filter((name) => !begun.has(name.split('.', 1)[0] ?? ''))).toEqual([])
})
