import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { digestOf, mediaTypes } from '@berth/oci'
import { OciClient, waitUntil } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { absent, config, besetPlatform } from './beset-platform.js'

const { platform, client, token, send, begin, expectError, expectNothingLeft, endUnharmed } = await besetPlatform()
afterAll(endUnharmed)

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

it('leaves neither a spooled file nor a half upload of what was refused', expectNothingLeft)
