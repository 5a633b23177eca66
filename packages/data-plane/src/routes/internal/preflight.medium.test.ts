import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { StorageFullError } from '@berth/storage'
import { secretKey } from '@berth/testkit'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { Grants } from '../../auth/grants.js'
import { startProxiedRegistry } from '../../testing/proxied-registry.js'

const proxied = await startProxiedRegistry()
const { registry, proxy, client, begin } = proxied
afterAll(() => proxied[Symbol.asyncDispose]())

/** Writes a raw request, and gives back all that comes until the connection ends or falls silent. */
async function speak(request: string): Promise<string> {
  const socket = connect(proxy.port, '127.0.0.1')
  socket.setTimeout(1000, () => socket.destroy())
  socket.write(request)
  let answer = ''
  try {
    for await (const chunk of socket) answer += String(chunk)
  } catch {
    // The proxy may close with bytes unread.
  }
  return answer
}

const push = (name: string) => registry.token(`repository:${name}:pull,push`)

it('refuses a body before it is sent, with the real error', async () => {
  const headers = 'host: berth\r\ncontent-length: 100000000\r\nexpect: 100-continue\r\n'
  const anonymous = await speak(
    `POST /v2/dev/x/blobs/uploads/?digest=${digestOf(Buffer.from('x'))} HTTP/1.1\r\n${headers}\r\n`,
  )
  expect(anonymous).toMatch(/^HTTP\/1.1 401 /m)
  expect(anonymous).toMatch(/www-authenticate: Bearer realm="http:\/\/berth\/service\/token"/i)
  const reader = `${headers}authorization: Bearer ${registry.token('repository:dev/x:pull')}\r\n`
  const refused = await speak(
    `POST /v2/dev/x/blobs/uploads/?digest=${digestOf(Buffer.from('x'))} HTTP/1.1\r\n${reader}\r\n`,
  )
  expect(refused).toMatch(/^HTTP\/1.1 401 /m)
  expect(refused).toContain('user alice lacks the right')
})

it('reads nothing of a large manifest before the registry has agreed', async () => {
  const reader = `authorization: Bearer ${registry.token('repository:dev/x:pull')}\r\n`
  const pusher = `authorization: Bearer ${push('dev/x')}\r\n`
  for (const [size, begun] of [
    ['content-length: 4000000', '{'],
    ['content-length: 10000', '{'],
    ['transfer-encoding: chunked', '1\r\n{\r\n'],
  ]) {
    const put = (authorization: string) =>
      speak(`PUT /v2/dev/x/manifests/v1 HTTP/1.1\r\nhost: berth\r\n${size}\r\n${authorization}\r\n${begun}`)
    expect(await put('')).toMatch(/^HTTP\/1.1 401 /m)
    expect(await put(reader)).toContain('user alice lacks the right')
    // Who may push is waited for.
    expect(await put(pusher)).toBe('')
  }
})

it('asks the registry once for the layers of an image, and again for every caller and repository', async () => {
  const body = Buffer.from('asked')
  const [first, second, elsewhere] = [await begin('dev/asked'), await begin('dev/asked'), await begin('dev/asked-too')]
  const send = (target: string, token: string) =>
    fetch(new URL(target, proxy.url), { method: 'PATCH', body, headers: { authorization: `Bearer ${token}` } })
  const status = async (target: string, token: string) => (await send(target, token)).status
  // Of a caller of its own: with the client's, uploads were begun, and asked for.
  const token = registry.token('repository:dev/asked:pull,push', 'bob')
  const grants = vi.spyOn(Grants.prototype, 'issue')
  onTestFinished(() => grants.mockRestore())
  expect(await status(first, token)).toBe(202)
  expect(await status(second, token)).toBe(202)
  expect(grants).toHaveBeenCalledTimes(1)
  // Known to the proxy for another repository, or not at all.
  expect(await status(elsewhere, token)).toBe(401)
  const [header, , signature] = token.split('.')
  expect(await status(first, registry.token('repository:dev/asked:pull'))).toBe(401)
  // A signature alone, which the proxy knows.
  expect(await status(first, `${header}.${signature}`)).toBe(401)
  expect((await send(first, '')).status).toBe(401)
})

it('says why it refuses to a client that sends a large body without asking', async () => {
  const target = new URL(await begin('dev/unasked'), proxy.url)
  const body = Buffer.alloc(16_000_000, 'unasked')
  const send = () => fetch(target, { method: 'PATCH', body }).then((response) => response.status)
  for (let round = 0; round < 5; round += 1)
    expect(await Promise.all(Array.from({ length: 8 }, send))).toEqual(Array.from({ length: 8 }, () => 401))
})

it('takes a grant for the body that it was given for, and for nothing else', async () => {
  const image = await client.pushImage('dev/granted', 'v1')
  const direct = registry.client()
  const grantee = { subject: 'alice' }
  const grant = new Grants(secretKey).issue({ repository: 'dev/granted', authorization: undefined }, grantee)
  const ask = (method: string, path: string) =>
    fetch(`${registry.url}/v2/${path}`, { method, headers: { 'x-berth-grant': grant } })
  const upload = (await begin('dev/granted')).split('/v2/')[1] ?? ''
  for (const [method, path] of [
    ['GET', 'dev/granted/manifests/v1'],
    ['PUT', 'dev/granted/manifests/v2'],
    ['DELETE', 'dev/granted/manifests/v1'],
    ['GET', `dev/granted/blobs/${image.digest}`],
    ['DELETE', `dev/granted/blobs/${image.digest}`],
    ['GET', 'dev/granted/tags/list'],
    ['GET', `dev/granted/referrers/${image.digest}`],
    ['GET', upload],
    ['DELETE', upload],
    ['GET', '_catalog'],
    ['PATCH', upload.replace('dev/granted', 'dev/other')],
    ['POST', 'dev/other/blobs/uploads/'],
  ] as const)
    expect([method, path, (await ask(method, path)).status]).toEqual([method, path, 401])
  expect((await ask('PATCH', upload)).status).toBe(202)
  expect((await direct.pullImage('dev/granted', 'v1')).digest).toBe(image.digest)
})

it('accepts neither grants nor spooled files from outside, nor asks of its own', async () => {
  const target = await begin('dev/forged')
  const stolen = join(registry.spool, 'stolen')
  await writeFile(stolen, 'secret')
  const forged = { 'x-berth-body': stolen, 'x-berth-grant': 'x', 'x-berth-proxy': '1', 'content-length': '0' }
  await client.expect(202, 'PATCH', target, { headers: forged })
  const status = await client.expect(204, 'GET', target)
  expect(status.headers.get('range')).toBe('0-0')
  const direct = registry.client()
  expect((await direct.request('PATCH', target, { headers: forged })).status).toBe(400)
  const [layer = Buffer.of()] = (await client.pushImage('dev/forged', 'v1')).layers
  const hex = digestOf(layer).slice('sha256:'.length)
  for (const path of [
    '/_preflight',
    `/_storage/docker/registry/v2/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`,
    '/internal/preflight',
    '/_pull',
    '/internal/pull',
  ]) {
    expect((await fetch(`${proxy.url}${path}`)).status).toBe(404)
  }
})

it('lets an upload end whose token expires on the way', async () => {
  const content = randomBytes(100_000)
  const target = await begin('dev/slow')
  const token = registry.token('repository:dev/slow:pull,push', 'alice', -58)
  const slowly = async function* () {
    yield content.subarray(0, 1000)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    yield content.subarray(1000)
  }
  const headers = { authorization: `Bearer ${token}` }
  const send = () =>
    fetch(new URL(target, proxy.url), {
      method: 'PATCH',
      headers,
      body: ReadableStream.from(slowly()),
      duplex: 'half',
    })
  expect((await send()).status).toBe(202)
  expect((await send()).status).toBe(401)
})

it('asks for each large body whether there is room, before it is sent', async () => {
  const target = new URL(await begin('dev/room'), proxy.url)
  const admit = vi.spyOn(registry.blobs, 'admit').mockImplementation(async (bytes = 0) => {
    if (bytes >= 20_000_000) throw new StorageFullError('reserve')
  })
  onTestFinished(() => admit.mockRestore())
  const headers = { authorization: `Bearer ${push('dev/room')}` }
  const send = async (size: number) => {
    const response = await fetch(target, { method: 'PATCH', body: Buffer.alloc(size), headers })
    return [response.status, await response.text()]
  }
  expect(await send(20_000_000)).toEqual([507, expect.stringContaining('STORAGE_FULL')])
  expect(await send(10_000_000)).toEqual([202, ''])
})
