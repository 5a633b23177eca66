import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { digestOf, mediaTypes, type Digest } from '@berth/oci'
import { startOnLeash, temporaryFolder, waitUntil, watchMemory } from '@berth/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../bin/berth-registry.js', import.meta.url))
/** MB that the process may have; docs/limits.md has the figures. */
const MAX_RESIDENT = 480
const CLIENTS = 110
const LARGE = 8
const blob = Buffer.from('{}')
const digest = digestOf(blob)

await using stack = new AsyncDisposableStack()
const folder = stack.use(await temporaryFolder('memory'))
// The system keeps little of what a client does not read from a socket of this kind: the rest is the process's own.
const socket = join(folder.path, 'socket')
const configuration = join(folder.path, 'config.yml')
await writeFile(
  configuration,
  `version: 0.1
log: { level: error, accesslog: { disabled: true } }
storage: { filesystem: { rootdirectory: ${folder.path}/data } }
http: { net: unix, addr: ${socket} }
`,
)
const leash = startOnLeash({ command: process.execPath, args: [program, 'serve', configuration], stopSignal: 'TERM' })
stack.defer(() => leash.stop())
const kept = stack.move()
afterAll(() => kept.disposeAsync())

interface Answer {
  readonly status: number
  readonly bytes: number
}

function ask(method: string, path: string, body?: Buffer, type?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...(type && { 'content-type': type }), ...(body && { 'content-length': body.length }) }
    const sent = request({ socketPath: socket, method, path, headers, agent: false }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
    })
    sent.on('error', reject).end(body)
  })
}

/** A manifest of 3.9 MB, a referrer of `subject`. */
function large(name: string, subject: Digest): Buffer {
  const named = (mediaType: string, of: Digest) => ({ mediaType, digest: of, size: blob.length })
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: named(mediaTypes.ociConfig, digest),
      layers: [],
      subject: named(mediaTypes.ociManifest, subject),
      annotations: { a: name.padEnd(3_900_000, 'x') },
    }),
  )
}

/** Clients that send something and read nothing, some at a time. */
async function clients(what: (at: number) => (string | Buffer)[]): Promise<Socket[]> {
  const all: Socket[] = []
  for (let at = 0; at < CLIENTS; at += 1) {
    const one = connect(socket).pause()
    one.on('error', () => {})
    for (const part of what(at)) one.write(part)
    all.push(one)
    if (at % 10 === 9) await sleep(100)
  }
  return all
}

beforeAll(async () => {
  await waitUntil(async () => (await ask('GET', '/v2/')).status < 500, { what: 'the registry serves' })
  await ask('POST', `/v2/a/blobs/uploads/?digest=${digest}`, blob, mediaTypes.octetStream)
  for (let at = 0; at < LARGE; at += 1) {
    const taken = await ask('PUT', `/v2/a/manifests/t${at}`, large(`t${at}`, digest), mediaTypes.ociManifest)
    expect(taken.status).toBe(201)
  }
})

it.each([
  ['a large manifest', (at: number) => `/v2/a/manifests/t${at % LARGE}`],
  ['a large list of referrers', () => `/v2/a/referrers/${digest}`],
])('clients that do not read %s keep the process small, and nobody else for long', async (_, path) => {
  const watch = await watchMemory(await leash.processes())
  const slow = await clients((at) => [`GET ${path(at)} HTTP/1.1\r\nHost: a\r\n\r\n`])
  await sleep(3000)
  for (const one of slow.slice(CLIENTS / 10)) one.destroy()
  const { status, bytes } = await ask('GET', '/v2/a/manifests/t1')
  expect([status, bytes > 3_900_000]).toEqual([200, true])
  for (const one of slow) one.destroy()
  const peak = await watch.peak()
  console.log(`${CLIENTS} clients that read nothing: ${peak} MB`)
  expect(peak).toBeLessThan(MAX_RESIDENT)
})

it('clients that never end a large manifest keep the process small, and no room from others', async () => {
  const watch = await watchMemory(await leash.processes())
  const body = large('unended', digest)
  const head = `Host: a\r\nContent-Type: ${mediaTypes.ociManifest}\r\nContent-Length: ${body.length}\r\n\r\n`
  const slow = await clients((at) => [`PUT /v2/a/manifests/s${at} HTTP/1.1\r\n${head}`, body.subarray(0, -1)])
  await sleep(3000)
  expect((await ask('PUT', '/v2/a/manifests/other', large('other', digest), mediaTypes.ociManifest)).status).toBe(201)
  const peak = await watch.peak()
  console.log(`${CLIENTS} clients that never end: ${peak} MB`)
  for (const one of slow) one.destroy()
  expect(peak).toBeLessThan(MAX_RESIDENT)
})
