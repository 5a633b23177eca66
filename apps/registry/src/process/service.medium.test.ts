import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { Agent, request as sendRequest, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '@berth/database/orm'
import { Client } from 'pg'
import { digestOf } from '@berth/oci'
import {
  generateTokenKeys,
  insertProject,
  makeImage,
  OciClient,
  secretKey,
  tokensOfAdministrator,
  startService,
  startTestDatabase,
  temporaryFolder,
  waitUntil,
} from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'

const main = new URL('../../dist/main.js', import.meta.url)
const folder = await temporaryFolder('service')
const keys = await generateTokenKeys()
const database = await startTestDatabase()
await insertProject(database.pool, { name: 'dev' })
const token = await tokensOfAdministrator(database.pool, keys.privateKey)
const environment = {
  ...database.environment,
  BERTH_STORAGE_ROOT: join(folder.path, 'root'),
  BERTH_STORAGE_SPOOL: join(folder.path, 'spool'),
  BERTH_TOKEN_CERTIFICATE: keys.certificate,
  BERTH_SECRET_KEY: secretKey,
  BERTH_REGISTRY_WORKERS: '2',
}
await mkdir(environment.BERTH_STORAGE_ROOT)
const service = await startService({ main, env: environment })
const client = new OciClient(service.url, { token })

afterAll(async () => {
  await service[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

/** Ids of the worker processes. */
const workers = async () => (await service.processes()).slice(1)

it('tells at /metrics what all of its workers have answered, whichever is asked', async () => {
  const connections = Array.from({ length: 8 }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  const ask = (agent: Agent) =>
    new Promise<void>((resolve, reject) => {
      sendRequest(`${service.url}/v2/`, { agent }, (answer) => answer.resume().on('end', resolve))
        .on('error', reject)
        .end()
    })
  for (const agent of connections) await ask(agent)
  for (const agent of connections) agent.destroy()
  for (let time = 0; time < 4; time += 1) {
    const text = await (await fetch(`${service.url}/metrics`, { headers: { connection: 'close' } })).text()
    expect(text).toMatch(/berth_http_request_duration_seconds_count\{.*route="ping",status="401".*\} 8/)
    expect(text).toMatch(/process_resident_memory_bytes\{service="registry"\} \d+/)
  }
})

it('goes on when a worker is killed in the middle of its work', async () => {
  const before = await workers()
  expect(before).toHaveLength(2)
  process.kill(before[0] ?? 0, 'SIGKILL')
  const image = makeImage({ layerSize: 1_000_000 })
  const push = () =>
    client.pushImage('dev/killed', 'v1', image).then(
      () => true,
      () => false,
    )
  await waitUntil(push, { what: 'a push' })
  expect((await client.pullImage('dev/killed', 'v1')).digest).toBe(image.digest)
  await waitUntil(async () => (await workers()).length === 2, { what: 'a new worker' })
})

it('leaves no client waiting that a worker was just being given as it died', async () => {
  await waitUntil(async () => (await workers()).length === 2, { what: 'both workers' })
  const [worker = 0] = await workers()
  const ask = async () => {
    const agent = new Agent()
    const request = sendRequest(`${service.url}/healthz`, { agent }).end()
    try {
      const [answer]: IncomingMessage[] = await once(request, 'response')
      answer?.resume()
      return 'answered'
    } catch {
      return 'ended'
    } finally {
      agent.destroy()
    }
  }
  // It takes nothing any more of what it is sent.
  process.kill(worker, 'SIGSTOP')
  const outcomes: string[] = []
  const asked = Array.from({ length: 4 }, async () => outcomes.push(await ask()))
  await waitUntil(() => outcomes.length === 3, { what: 'the other worker answers' })
  process.kill(worker, 'SIGKILL')
  await Promise.all(asked)
  expect(outcomes).toEqual(['answered', 'answered', 'answered', 'ended'])
  await waitUntil(async () => (await workers()).length === 2, { what: 'a new worker' })
})

it('answers 503 while PostgreSQL is down, and goes on by itself when it is back', async () => {
  const image = await client.pushImage('dev/down', 'v1')
  await database.server.stop()
  const response = await client.request('GET', 'dev/down/manifests/v1')
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(await response.json()).toMatchObject({ errors: [{ code: 'UNAVAILABLE' }] })
  const health = await fetch(`${service.url}/healthz`)
  expect(health.status).toBe(503)
  expect(await health.json()).toMatchObject({ status: 'unhealthy', components: [{ name: 'database' }] })
  await database.server.start()
  await waitUntil(async () => (await fetch(`${service.url}/healthz`)).ok, { what: 'the registry is healthy' })
  expect((await client.pullImage('dev/down', 'v1')).digest).toBe(image.digest)
})

it('starts before there is the schema it needs, and is healthy once there is', async () => {
  const admin = new Client(database.server.settings('postgres'))
  await admin.connect()
  await admin.query('create database empty')
  await admin.end()
  const env = { ...environment, BERTH_DATABASE_NAME: 'empty', BERTH_REGISTRY_WORKERS: '1' }
  await using early = await startService({ main, env, until: 'listening' })
  expect((await fetch(`${early.url}/healthz`)).status).toBe(503)
  const settings = database.server.settings('empty')
  await migrate(settings, Promise.resolve([{ name: '0001-older', statements: 'select 1' }]))
  expect((await fetch(`${early.url}/healthz`)).status).toBe(503)
  await migrate(settings)
  await waitUntil(async () => (await fetch(`${early.url}/healthz`)).ok, { what: 'the registry sees the schema' })
})

it('names what is wrong with its settings, and does not start again and again', async () => {
  const env = { ...environment, BERTH_SECRET_KEY: 'short' }
  await expect(startService({ main, env })).rejects.toThrow(/BERTH_SECRET_KEY: must be 64 hexadecimal digits/)
})

it('lets requests in flight end when it is told to stop', async () => {
  await using stopping = await startService({ main, env: environment })
  const busy = new OciClient(stopping.url, { token })
  const started = await busy.expect(202, 'POST', 'dev/stopping/blobs/uploads/')
  const slowly = async function* () {
    yield Buffer.from('one ')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    yield Buffer.from('two')
  }
  const target = new URL(started.headers.get('location') ?? '', stopping.url)
  const headers = { authorization: `Bearer ${token('repository:dev/stopping:pull,push')}` }
  const sending = fetch(target, { method: 'PATCH', headers, body: ReadableStream.from(slowly()), duplex: 'half' })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const stopped = stopping.stop(20_000)
  const response = await sending
  expect(response.status).toBe(202)
  expect(response.headers.get('range')).toBe('0-6')
  const answered = Date.now()
  await stopped
  expect(Date.now() - answered).toBeLessThan(5_000)
})

it('logs every request, but of those that the proxy logs only what changes something', async () => {
  const content = Buffer.from('logged')
  const ask = async (id: string, method: string, target: string, body?: Buffer, headers = {}) =>
    client.request(method, target, { ...(body && { body }), headers: { 'x-request-id': id, ...headers } })
  const push = async (id: string, headers = {}) => {
    const begun = await ask(`${id}-begin`, 'POST', 'dev/logged/blobs/uploads/', undefined, headers)
    const target = begun.headers.get('location') ?? ''
    expect((await ask(`${id}-send`, 'PATCH', target, content, headers)).status).toBe(202)
    const end = await ask(`${id}-finish`, 'PUT', `${target}?digest=${digestOf(content)}`, undefined, headers)
    expect(end.status).toBe(201)
    await ask(`${id}-read`, 'GET', 'dev/logged/tags/list', undefined, headers)
    await ask(`${id}-refused`, 'PUT', 'dev/logged/manifests/v1', Buffer.from('{'), headers)
  }
  await push('direct')
  await push('proxied', { 'x-berth-proxy': '1' })
  const expected = [
    ...['begin', 'finish', 'read', 'refused', 'send'].map((step) => `direct-${step}`),
    ...['finish', 'refused'].map((step) => `proxied-${step}`),
  ]
  const logged = () =>
    new Set([...service.output().matchAll(/"reqId":"((?:direct|proxied)-[a-z]+)"/g)].map(([, id]) => id))
  await waitUntil(async () => expected.every((id) => logged().has(id)), { what: 'the lines' })
  // Workers write theirs in batches.
  await sleep(500)
  expect(logged()).toEqual(new Set(expected))
})

describe('over a socket', () => {
  const path = join(folder.path, 'socket')
  const env = { ...environment, BERTH_REGISTRY_SOCKET: path }
  const agent = new Agent({ keepAlive: true })
  afterAll(() => agent.destroy())
  /** As a proxy does that keeps its connections. */
  const ask = (
    method: string,
    target: string,
    body: Readable = Readable.from([]),
    more: Record<string, string> = {},
  ) => {
    const headers = { authorization: `Bearer ${token('repository:dev/socket:pull,push')}`, ...more }
    const request = sendRequest({ socketPath: path, agent, method, path: target, headers })
    body.pipe(request)
    return once(request, 'response').then(([response]: IncomingMessage[]) => {
      response?.resume()
      return response
    })
  }

  it('answers, on its port as well, and again after it was killed', async () => {
    for (let round = 0; round < 2; round += 1) {
      const local = await startService({ main, env })
      expect((await ask('GET', '/healthz'))?.statusCode).toBe(200)
      expect((await fetch(`${local.url}/healthz`)).status).toBe(200)
      for (const id of (await local.processes()).toReversed()) process.kill(id, 'SIGKILL')
      await local.ended()
    }
  })

  it('is the only way to speak for the proxy, whose requests are answered by a path for it to send', async () => {
    await using local = await startService({ main, env })
    const image = await new OciClient(local.url, { token }).pushImage('dev/socket', 'v1', makeImage())
    const target = `/v2/dev/socket/blobs/${digestOf(image.config)}`
    const headers = { authorization: `Bearer ${token('repository:dev/socket:pull')}`, 'x-berth-proxy': '1' }
    expect((await ask('GET', target, undefined, headers))?.headers).toHaveProperty('x-accel-redirect')
    const byPort = await fetch(`${local.url}${target}`, { headers })
    expect(byPort.headers.get('x-accel-redirect')).toBeNull()
    expect(Buffer.from(await byPort.arrayBuffer())).toEqual(image.config)
  })

  it('is left alone by a second registry, which says that it is in use', async () => {
    await using _ = await startService({ main, env })
    const second = await startService({ main, env: { ...env, BERTH_REGISTRY_WORKERS: '1' } }).then(
      (started) => started[Symbol.asyncDispose]().then(() => 'started'),
      (error: Error) => error.message,
    )
    expect(second).toContain('EADDRINUSE')
    expect((await ask('GET', '/healthz'))?.statusCode).toBe(200)
  })

  it('lets requests in flight end when it is told to stop', async () => {
    await using stopping = await startService({ main, env })
    const begun = await ask('POST', '/v2/dev/socket/blobs/uploads/')
    const slowly = async function* () {
      yield Buffer.from('one ')
      await new Promise((resolve) => setTimeout(resolve, 1500))
      yield Buffer.from('two')
    }
    const sending = ask('PATCH', begun?.headers.location ?? '', Readable.from(slowly()))
    await new Promise((resolve) => setTimeout(resolve, 500))
    const stopped = stopping.stop(20_000)
    const response = await sending
    expect(response?.statusCode).toBe(202)
    expect(response?.headers.range).toBe('0-6')
    const answered = Date.now()
    await stopped
    expect(Date.now() - answered).toBeLessThan(5_000)
  })
})
