import type { IncomingHttpHeaders, Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, portOf, Proxy, startEcho } from './rendered-proxy.test.support.js'

const CLIENT = '203.0.113.7'

let echo: Server

beforeAll(async () => {
  echo = await startEcho()
})
afterAll(() => echo.close())

const start = (text: string) => Proxy.start(text, portOf(echo))

/** The services believe the entry that Berth's own proxy wrote: the last. */
function clientAddress(headers: IncomingHttpHeaders): string | undefined {
  return String(headers['x-forwarded-for']).split(', ').at(-1)
}

describe.each([
  ['the api', '/api/v2.0/systeminfo'],
  ['the registry', '/v2/'],
])('%s is told', (_, path) => {
  test('the address that the client used, by what a proxy in front says or by what the client asks for', async () => {
    await using proxy = await start('')
    expect(await proxy.ask(path, { host: 'berth-1:8080' })).toMatchObject({
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'berth-1:8080',
    })
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub.example' }
    expect(await proxy.ask(path, { host: 'berth-1:8080', ...forwarded })).toMatchObject(forwarded)
    const list = { 'x-forwarded-proto': 'https,http', 'x-forwarded-host': 'hub.example, inner' }
    expect(await proxy.ask(path, { host: 'berth-1:8080', ...list })).toMatchObject(forwarded)
    const loud = { 'x-forwarded-proto': 'HTTPS , http', 'x-forwarded-host': 'hub.example' }
    expect(await proxy.ask(path, { host: 'berth-1:8080', ...loud })).toMatchObject(forwarded)
    for (const one of [
      'proto=https;host=hub.example',
      'Proto="HTTPS";host=hub.example',
      'for="[2001:db8::1]";Host="hub.example"; Proto=https, host=inner',
    ])
      expect(await proxy.ask(path, { host: 'berth-1:8080', forwarded: one })).toMatchObject(forwarded)
    expect(
      await proxy.ask(path, { host: 'berth-1:8080', forwarded: 'x-host=a.example, host=b.example' }),
    ).toMatchObject({
      'x-forwarded-host': 'berth-1:8080',
    })
    const hostile = { 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'evil",scope="x' }
    expect(await proxy.ask(path, { host: 'berth-1:8080', ...hostile })).toMatchObject({
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'berth-1:8080',
    })
  })

  test('no address of a client that the client itself made up', async () => {
    await using proxy = await start('')
    expect(clientAddress(await proxy.ask(path, { 'x-forwarded-for': CLIENT }))).toBe('127.0.0.1')
  })

  test("a client's address as a trusted proxy saw it, and no other's word for it", async () => {
    await using proxy = await start('trusted_proxies = 127.0.0.1, 10.0.0.0/8')
    const madeUp = '198.51.100.66'
    const headers = { 'x-forwarded-for': `${madeUp}, ${CLIENT}, 10.1.2.3` }
    expect(clientAddress(await proxy.ask(path, headers))).toBe(CLIENT)
    expect(clientAddress(await proxy.ask(path, headers, '127.0.0.2'))).toBe('127.0.0.2')
  })
})

test("lets nobody ask for a service's metrics", async () => {
  await using proxy = await start('')
  const paths = ['/metrics', '//metrics', '/api/../metrics', '/api/%2e%2e/metrics', '/v2/..%2fmetrics']
  for (const path of paths) expect([path, await proxy.status(path)]).toEqual([path, 404])
  expect(await proxy.status('/api/v2.0/systeminfo')).toBe(200)
})

test('is told neither scheme nor name by others than the trusted proxies, where there are any', async () => {
  await using proxy = await start('trusted_proxies = 127.0.0.2/32')
  const headers = { host: 'berth-1', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub_1.example, inner' }
  expect(await proxy.ask('/v2/', headers)).toMatchObject({ 'x-forwarded-proto': 'http', 'x-forwarded-host': 'berth-1' })
  expect(await proxy.ask('/v2/', headers, '127.0.0.2')).toMatchObject({
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'hub_1.example',
  })
})

test('tells browsers with every answer, a refusal as well, what a page may load and send to, and that nobody frames it', async () => {
  await using proxy = await start('')
  for (const path of ['/api/v2.0/projects', '/v2/', '/service/token', '/c/login', '/metrics', '/api/%2e%2e/metrics']) {
    const answer = (await proxy.speak(`GET ${path} HTTP/1.0\r\nHost: berth\r\n\r\n`)).split('\r\n\r\n')[0]
    for (const word of [
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      'nosniff',
    ])
      expect(answer, path).toContain(word)
  }
})

test('takes no body larger than the service behind a path reads, and says so before it comes', async () => {
  await using proxy = await start('')
  for (const path of ['/c/login', '/service/token', '/api/v2.0/projects', '/devcenter-api-2.0', '/', '/v2/_catalog']) {
    const head = `POST ${path} HTTP/1.1\r\nHost: berth\r\nContent-Length: 600000000\r\n\r\n`
    const answer = await proxy.speak(`${head}${'x'.repeat(1000)}`)
    expect([path, answer.split('\r\n')[0]]).toEqual([path, 'HTTP/1.1 413 Request Entity Too Large'])
    if (path !== '/' && path !== '/devcenter-api-2.0') expect(answer).toContain('{"errors":[{"code":"')
  }
})

test('waits for 50 bodies of one network at the same time, and for those of others beside', async () => {
  await using proxy = await start('trusted_proxies = 127.0.0.1')
  const post = (address: string, length: string) =>
    proxy.speak(`POST /api/v2.0/projects HTTP/1.1\r\nHost: berth\r\nX-Forwarded-For: ${address}\r\n${length}\r\n\r\n`)
  const large = ['Content-Length: 200000', 'Transfer-Encoding: chunked']
  const [answers, little, neighbours, others] = await Promise.all([
    Promise.all(Array.from({ length: 60 }, (_, n) => post(`2001:db8::${n}`, large[n % 2] ?? ''))),
    post('2001:db8::1', 'Content-Length: 9999'),
    post('2001:db8:0:1::1', 'Content-Length: 10000'),
    post('203.0.113.7', 'Content-Length: 10000'),
  ])
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 429 '))).toHaveLength(10)
  expect(answers.filter((answer) => answer === '')).toHaveLength(50)
  expect([little, neighbours, others]).toEqual(['', '', ''])
})

test('takes a body by HTTP/2 that tells no length for a large one, and none with what brings none', async () => {
  await using proxy = await start('')
  const posts = Array.from({ length: 60 }, () => proxy.begin('POST', '/api/v2.0/projects', '{'))
  expect((await Promise.all(posts)).filter((status) => status === 429)).toHaveLength(10)
  for (const path of ['/api/v2.0/projects', '/v2/dev/app/manifests/v1', '/v2/_catalog', '/c/login'])
    for (const method of ['GET', 'DELETE'])
      expect([method, path, await proxy.begin(method, path, 'x'.repeat(20_000))]).toEqual([method, path, 413])
  expect(await proxy.begin('GET', '/api/v2.0/projects', '')).toBeUndefined()
  // Asked before anything is read of it, the registry does not answer.
  await using alone = await Proxy.start('', await freePort())
  expect(await alone.begin('PUT', '/v2/dev/app/manifests/v1', '{')).toBe(503)
})

test('hands on an answer whose links repeat a long query', async () => {
  await using proxy = await start('')
  const headers = { 'x-link': String(12 * 1024) }
  expect(await proxy.ask('/api/v2.0/projects', headers)).toMatchObject(headers)
})

test('answers a client of HTTP/1.0 that names no host', async () => {
  await using proxy = await start('')
  const answer = await proxy.speak('GET /v2/ HTTP/1.0\r\n\r\n')
  expect(answer).toContain('HTTP/1.1 200')
  expect(answer).toContain('"x-forwarded-host":"127.0.0.1"')
})

test('says of everything that a service does not answer for that it comes again, whatever is asked', async () => {
  await using proxy = await Proxy.start('', await freePort())
  const blob = `/v2/dev/app/blobs/sha256:${'a'.repeat(64)}`
  const upload = '/v2/dev/app/blobs/uploads/'
  const read = ['/v2/', '/v2/_catalog', '/v2/dev/app/tags/list', '/v2/dev/app/manifests/v1', blob, `${upload}1`]
  const ofApi = ['/api/v2.0/projects', '/c/login', '/service/token', '/devcenter-api-2.0']
  const asked = [
    ...[...read, ...ofApi].map((path) => `GET ${path}`),
    `DELETE ${blob}`,
    'DELETE /v2/dev/app/manifests/v1',
    'PUT /v2/dev/app/manifests/v1',
    `DELETE ${upload}1`,
    `POST ${upload}`,
    `PATCH ${upload}1`,
    `PUT ${upload}1`,
    'POST /api/v2.0/projects',
    'DELETE /api/v2.0/projects/dev',
  ]
  for (const line of asked) {
    for (const body of line.startsWith('P') ? ['', 'x'.repeat(10), 'x'.repeat(300_000)] : ['']) {
      if (body.length > 10 && !line.includes('uploads')) continue
      const answer = await proxy.speak(
        `${line} HTTP/1.0\r\nHost: berth\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      )
      expect([line, body.length, answer.split('\r\n')[0]]).toEqual([
        line,
        body.length,
        'HTTP/1.1 503 Service Temporarily Unavailable',
      ])
      expect(answer).toContain('Retry-After: 5')
      expect(answer).toContain('UNAVAILABLE')
    }
  }
  const ranged = await proxy.speak(
    `GET ${blob} HTTP/1.0\r\nHost: berth\r\nRange: bytes=0-9\r\nAuthorization: Bearer x\r\n\r\n`,
  )
  expect(ranged).toContain('Retry-After: 5')
  expect(await proxy.speak(`HEAD ${blob} HTTP/1.0\r\nHost: berth\r\n\r\n`)).toContain('Retry-After: 5')
})

test('lets nobody keep a great many connections busy, nor try one password after the other', async () => {
  await using proxy = await start('')
  const answers = await Promise.all(Array.from({ length: 300 }, () => proxy.status('/c/login')))
  expect(answers).toContain(200)
  expect(answers).toContain(429)
})

test('nobody is kept out by a client that opens many connections and does not end its headers', async () => {
  await using proxy = await start('')
  using _held = await proxy.hold(2500, 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ', '127.0.0.5')
  const begun = performance.now()
  for (let asked = 0; asked < 5; asked += 1) expect(await proxy.status('/healthz')).toBe(200)
  expect(performance.now() - begun).toBeLessThan(2000)
})
