import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { digestOf, mediaTypes, toDigest, type Digest } from '@berth/oci'
import { makeImage, watchMemory, type MemoryWatch } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPlatform } from './test-platform.js'

/** MB that any one process of the registry or of nginx may grow by, whatever it carries. */
const MAX_GROWTH = 100
/** Milliseconds in which an image is pushed and pulled, also on a machine with two processors and other work. */
const MAX_WAIT = 60_000
const MB = 2 ** 20
/** Of the 10 GiB that the registry promises to carry, as much as does not hold others up. */
const LARGE_BLOB_MB = Number(process.env['BERTH_TEST_LARGE_BLOB_MB'] ?? 1024)
const PUSH_MB = Number(process.env['BERTH_TEST_PUSH_MB'] ?? 16)

const platform = await startTestPlatform()
const { client } = platform
let registry: MemoryWatch
let proxy: MemoryWatch

beforeAll(async () => {
  // What a process takes once, it takes before anything is measured: connections, compiled code, threads that hash.
  for (let round = 0; round < 8; round += 1) await client.pushImage('dev/warm', 'v1', makeImage({ layerSize: 2 * MB }))
})

afterAll(() => platform[Symbol.asyncDispose]())

async function watch(): Promise<void> {
  const processes = await platform.processes()
  ;[registry, proxy] = await Promise.all([watchMemory(processes.registry), watchMemory(processes.proxy)])
}

async function expectFlat(): Promise<void> {
  const grown = { registry: await registry.growth(), proxy: await proxy.growth() }
  console.log('growth in MB', grown)
  expect(grown.registry).toBeLessThan(MAX_GROWTH)
  expect(grown.proxy).toBeLessThan(MAX_GROWTH)
}

/** Megabytes of one stream: each differs from all others by its number and its seed. */
function* megabytes(count: number, seed: string): Generator<Buffer> {
  for (let at = 0; at < count; at += 1) {
    const block = Buffer.alloc(MB, 0x61)
    block.write(`${seed} ${at}`)
    yield block
  }
}

function digestOfStream(count: number, seed: string): Digest {
  const hash = createHash('sha256')
  for (const block of megabytes(count, seed)) hash.update(block)
  return toDigest('sha256', hash.digest('hex'))
}

/** POST, one PATCH that streams, PUT. */
async function pushStream(name: string, count: number, seed: string): Promise<Digest> {
  const started = await client.expect(202, 'POST', `${name}/blobs/uploads/`)
  const target = new URL(started.headers.get('location') ?? '', platform.url)
  const headers = {
    authorization: `Bearer ${platform.token(`repository:${name}:pull,push`)}`,
    'content-length': count * MB,
  }
  const sending = request(target, { method: 'PATCH', headers })
  const answered = once(sending, 'response')
  await pipeline(Readable.from(megabytes(count, seed), { objectMode: false }), sending)
  const [response] = await answered
  expect(response.statusCode).toBe(202)
  response.resume()
  const digest = digestOfStream(count, seed)
  await client.expect(201, 'PUT', `${target.pathname}?digest=${digest}`)
  return digest
}

it(`carries a blob of ${LARGE_BLOB_MB} MB both ways`, { timeout: 3_600_000 }, async () => {
  await watch()
  const digest = await pushStream('dev/large', LARGE_BLOB_MB, 'large')
  const response = await client.expect(200, 'GET', `dev/large/blobs/${digest}`)
  expect(Number(response.headers.get('content-length'))).toBe(LARGE_BLOB_MB * MB)
  const hash = createHash('sha256')
  for await (const chunk of response.body ?? []) hash.update(chunk)
  expect(`sha256:${hash.digest('hex')}`).toBe(digest)
  await expectFlat()
})

it(`takes 64 pushes of ${PUSH_MB} MB at the same time`, { timeout: 600_000 }, async () => {
  await watch()
  const digests = await Promise.all(
    Array.from({ length: 64 }, (_, at) => pushStream(`dev/parallel-${at}`, PUSH_MB, `parallel ${at}`)),
  )
  expect(new Set(digests).size).toBe(64)
  await expectFlat()
})

describe('100,000 tags', () => {
  beforeAll(async () => {
    const { pool } = platform.database
    const image = await client.pushImage('dev/tags', 'v1')
    await pool.query(
      `insert into tag (repository_id, name, sort_key, artifact_id)
       select a.repository_id, 'tag-' || lpad(n::text, 6, '0'), 'tag-' || lpad(n::text, 6, '0'), a.id
       from artifact a, generate_series(1, 99999) n where a.digest = $1`,
      [image.digest],
    )
    await pool.query('analyze tag')
  })

  it('come page by page in steady time', async () => {
    await watch()
    const seen: string[] = []
    const times: number[] = []
    let next: string | undefined = 'dev/tags/tags/list?n=1000'
    while (next !== undefined) {
      const before = performance.now()
      const page = await client.expect(200, 'GET', next)
      const { tags }: { tags: string[] } = JSON.parse(await page.text())
      times.push(performance.now() - before)
      seen.push(...tags)
      next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(new Set(seen).size).toBe(100_000)
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const [first, last] = [median(times.slice(0, 20)), median(times.slice(-20))]
    expect(last).toBeLessThan(5 * first + 50)
    await expectFlat()
  })

  it('come at once to 16 clients that ask for all, a page of the most there is', async () => {
    await watch()
    const lengths = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const page = await client.expect(200, 'GET', 'dev/tags/tags/list?n=999999999')
        const { tags }: { tags: string[] } = JSON.parse(await page.text())
        return tags.length
      }),
    )
    expect(new Set(lengths)).toEqual(new Set([10_000]))
    await expectFlat()
  })
})

describe('1,000 slow clients', () => {
  const authorization = `authorization: Bearer ${platform.token('repository:dev/slow:pull,push')}`
  const kinds: Record<string, () => Promise<string>> = {
    'that never end their headers': () => Promise.resolve('GET /v2/ HTTP/1.1\r\nhost: berth\r\nx-slow: '),
    'that dribble a chunk of an upload': async () => {
      const started = await client.expect(202, 'POST', 'dev/slow/blobs/uploads/')
      const target = started.headers.get('location') ?? ''
      return `PATCH ${target} HTTP/1.1\r\nhost: berth\r\n${authorization}\r\ncontent-length: 100000000\r\n\r\n`
    },
    'that dribble a manifest': () =>
      Promise.resolve(
        `PUT /v2/dev/slow/manifests/v1 HTTP/1.1\r\nhost: berth\r\n${authorization}\r\n` +
          `content-type: ${mediaTypes.ociManifest}\r\ncontent-length: 4000000\r\n\r\n`,
      ),
    'that do not read the blob they ask for': async () => {
      const digest = await client.pushBlob('dev/slow', Buffer.alloc(8 * MB, 'slow'))
      return `GET /v2/dev/slow/blobs/${digest} HTTP/1.1\r\nhost: berth\r\n${authorization}\r\n\r\n`
    },
    'that do not read the manifest they ask for': async () => {
      const annotations = { large: 'x'.repeat(200_000) }
      const body = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [], annotations })
      await client.pushManifest('dev/slow', 'large', Buffer.from(body), mediaTypes.ociIndex)
      return `GET /v2/dev/slow/manifests/large HTTP/1.1\r\nhost: berth\r\n${authorization}\r\n\r\n`
    },
  }

  it.each(Object.keys(kinds))('%s leave room and time for others', { timeout: 300_000 }, async (kind) => {
    const beginning = await kinds[kind]?.()
    await watch()
    const sockets = await Promise.all(
      Array.from({ length: 1_000 }, async (): Promise<Socket> => {
        const socket = connect(platform.port, '127.0.0.1').on('error', () => {})
        await once(socket, 'connect')
        socket.pause().write(beginning ?? '')
        return socket
      }),
    )
    const dribbling = setInterval(() => {
      for (const socket of sockets) socket.write('x')
    }, 2_000)
    try {
      for (let round = 0; round < 5; round += 1) {
        const before = performance.now()
        const image = await client.pushImage(`dev/quick`, `v${round}`, makeImage({ layerSize: MB }))
        expect((await client.pullImage('dev/quick', `v${round}`)).digest).toBe(image.digest)
        expect(performance.now() - before).toBeLessThan(MAX_WAIT)
      }
      expect(sockets.filter((socket) => !socket.destroyed).length).toBe(1_000)
      await expectFlat()
    } finally {
      clearInterval(dribbling)
      for (const socket of sockets) socket.destroy()
    }
  })
})

it('keeps no memory of manifests that it refused or took', async () => {
  const image = await client.pushImage('dev/manifests', 'v1')
  const config = { mediaType: mediaTypes.ociConfig, digest: digestOf(image.config), size: image.config.length }
  const pushAndPull = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      const annotations = { round: String(round), rounds: String(rounds), large: 'x'.repeat(3_900_000) }
      const body = Buffer.from(JSON.stringify({ schemaVersion: 2, config, layers: [], annotations }))
      await client.pushManifest('dev/manifests', 'large', body, mediaTypes.ociManifest)
      await client.expect(200, 'GET', 'dev/manifests/manifests/large').then((response) => response.arrayBuffer())
    }
  }
  // While one is worked on it takes some twenty times its size; what that leaves in the heap is there once, however many follow.
  await pushAndPull(8)
  await watch()
  await pushAndPull(50)
  await expectFlat()
})
