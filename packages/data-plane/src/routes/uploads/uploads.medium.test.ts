import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { digestOf } from '@berth/oci'
import { StorageFullError, TooManyChunksError } from '@berth/storage'
import { makeImage, waitUntil } from '@berth/testkit'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { errorOf } from '../../testing/error-of.js'
import { startTestRegistry } from '../../testing/test-registry.js'

const registry = await startTestRegistry()
const client = registry.client()
afterAll(() => registry[Symbol.asyncDispose]())

const begin = async (name: string) => {
  const response = await client.expect(202, 'POST', `${name}/blobs/uploads/`)
  return response.headers.get('location') ?? ''
}

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
