import { Readable } from 'node:stream'
import { digestOf, parseUploadId } from '@berth/oci'
import { MemoryBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { describe, expect, it } from 'vitest'
import { buildServer } from '../../server.js'
import { memoryServices } from '../../testing/memory-services.js'

const content = Buffer.from(Array.from({ length: 26 }, (_, at) => String.fromCodePoint(97 + at)).join(''))
const blobs = new MemoryBlobStore()
const id = parseUploadId('0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01')

async function store(bytes: Buffer): Promise<string> {
  if (bytes.length > 0) await blobs.receive(id, 0, await blobs.spool(Readable.from([bytes], { objectMode: false })))
  await (await blobs.seal(id, digestOf(bytes))).publish()
  return `/v2/app/blobs/${digestOf(bytes)}`
}

const url = await store(content)
const nothing = await store(Buffer.alloc(0))
const sizes = new Map([content, Buffer.alloc(0)].map((bytes) => [digestOf(bytes), bytes.length]))
const metadata = {
  findBlob: async (_name: unknown, digest: never) => ({ size: sizes.get(digest) ?? 0, linkedAt: new Date() }),
}
const app = buildServer(memoryServices(metadata, { blobs }), createLogger({ service: 'registry', level: 'error' }))
const get = (range: string, at = url, more = {}) => app.inject({ url: at, headers: { range, ...more } })

describe('a blob that this process sends', () => {
  it('comes in several parts at once, each with its place', async () => {
    const answer = await get('bytes=0-2,10-11,-1')
    expect(answer.statusCode).toBe(206)
    const [, boundary = ''] =
      /^multipart\/byteranges; boundary=(.+)$/.exec(String(answer.headers['content-type'])) ?? []
    const part = (range: string, text: string) =>
      `\r\n--${boundary}\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes ${range}/26\r\n\r\n${text}`
    expect(answer.body).toBe(`${part('0-2', 'abc')}${part('10-11', 'kl')}${part('25-25', 'z')}\r\n--${boundary}--\r\n`)
    expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length))
  })

  it('comes in one part where only one of those asked for exists', async () => {
    const answer = await get('bytes=1-2,100-200')
    expect([answer.statusCode, answer.headers['content-range'], answer.body]).toEqual([206, 'bytes 1-2/26', 'bc'])
  })

  it('comes whole where it is empty, or its parts are more than the whole', async () => {
    expect((await get('bytes=0-', nothing)).statusCode).toBe(200)
    const answer = await get('bytes=0-25,0-25')
    expect([answer.statusCode, answer.body]).toEqual([200, content.toString()])
  })

  it('is refused where none of the parts exists', async () => {
    const answer = await get('bytes=26-,100-200')
    expect([answer.statusCode, answer.headers['content-range']]).toEqual([416, 'bytes */26'])
    expect(answer.headers).not.toHaveProperty('cache-control')
  })

  it.each(['*', `"${digestOf(content)}"`, digestOf(content), `W/"${digestOf(content)}"`, `"x", ${digestOf(content)}`])(
    'is not sent to who holds it by If-None-Match: %s',
    async (held) => {
      expect((await get('', url, { 'if-none-match': held })).statusCode).toBe(304)
    },
  )

  it('is sent to who holds something else', async () => {
    for (const held of ['"x"', 'x, "*"', ''])
      expect((await get('', url, { 'if-none-match': held })).statusCode).toBe(200)
  })
})
