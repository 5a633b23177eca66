import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { absent, layer, besetPlatform } from './beset-platform.js'

const { client, speak, send, expectError, expectNothingLeft, endUnharmed } = await besetPlatform()
afterAll(endUnharmed)

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

it('leaves neither a spooled file nor a half upload of what was refused', expectNothingLeft)
