import { randomBytes } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { StorageFullError } from '@berth/storage'
import { insertProject, makeImage, secretKey, startRegistryProxy, type OciClient } from '@berth/testkit'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { Grants } from '../../auth/grants.js'
import { startTestRegistry } from '../../testing/test-registry.js'

const registry = await startTestRegistry()
const proxy = await startRegistryProxy(registry)
const client = registry.client(proxy.url)
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await registry[Symbol.asyncDispose]()
})

async function begin(name: string): Promise<string> {
  const response = await client.expect(202, 'POST', `${name}/blobs/uploads/`)
  return response.headers.get('location') ?? ''
}

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

it('an upload takes its first chunk through the repository it was begun in alone, and none once it was cancelled', async () => {
  const chunk = { body: Buffer.from('chunk') }
  const own = await begin('dev/own')
  const foreign = own.replace('dev/own', 'dev/other')
  expect(foreign).not.toBe(own)
  await client.expect(404, 'PATCH', foreign, chunk)
  await client.expect(202, 'PATCH', own, chunk)
  await client.expect(204, 'DELETE', own)
  const cancelled = await begin('dev/own')
  await client.expect(204, 'DELETE', cancelled)
  await client.expect(404, 'PATCH', cancelled, chunk)
})

async function roundTrip(by: OciClient, name: string, layerSize: number) {
  const image = await by.pushImage(name, 'latest', makeImage({ layerSize, layers: 2 }))
  const pulled = await by.pullImage(name, 'latest')
  expect(pulled.manifest.equals(image.manifest)).toBe(true)
  expect(pulled.layers.every((layer, index) => layer.equals(image.layers[index] ?? Buffer.of()))).toBe(true)
}

it('carries small and large layers both ways, and leaves no file behind', async () => {
  await roundTrip(client, 'dev/small', 10)
  await roundTrip(client, 'dev/large', 20_000_000)
  expect(await readdir(registry.spool)).toEqual([])
  expect((await readdir(join(registry.root, 'uploads'))).filter((name) => !name.endsWith('.cancelled'))).toEqual([])
  // Each body was asked for and spooled: none came by way of a refusal.
  expect(proxy.output()).not.toContain('auth request unexpected')
  // Of a request without a body nginx made no file.
  expect(proxy.output()).not.toContain('buffered to a temporary file')
})

it('takes a body of unknown length', async () => {
  const target = await begin('dev/chunked')
  const content = randomBytes(300_000)
  const parts = async function* () {
    yield content.subarray(0, 100_000)
    yield content.subarray(100_000)
  }
  const body = ReadableStream.from(parts())
  const headers = { authorization: `Bearer ${push('dev/chunked')}` }
  const init = { method: 'PATCH', body, headers, duplex: 'half' } as RequestInit
  expect((await fetch(new URL(target, proxy.url), init)).status).toBe(202)
  await client.expect(201, 'PUT', `${target}?digest=${digestOf(content)}`)
  expect((await client.pullBlob('dev/chunked', digestOf(content))).equals(content)).toBe(true)
})

it('takes a whole blob in one POST and in one PUT', async () => {
  const one = randomBytes(5000)
  await client.expect(201, 'POST', `dev/whole/blobs/uploads/?digest=${digestOf(one)}`, { body: one })
  const two = randomBytes(5000)
  await client.expect(201, 'PUT', `${await begin('dev/whole')}?digest=${digestOf(two, 'sha512')}`, { body: two })
  await client.expect(200, 'HEAD', `dev/whole/blobs/${digestOf(one)}`)
  await client.expect(200, 'HEAD', `dev/whole/blobs/${digestOf(two, 'sha512')}`)
})

it('takes an empty blob', async () => {
  const digest = digestOf(Buffer.alloc(0))
  await client.expect(201, 'PUT', `${await begin('dev/empty')}?digest=${digest}`)
  expect(await client.pullBlob('dev/empty', digest)).toHaveLength(0)
})

it('sends ranges of a blob with its digest', async () => {
  const content = randomBytes(1000)
  const digest = await client.pushBlob('dev/range', content)
  const get = (range: string) => client.request('GET', `dev/range/blobs/${digest}`, { headers: { range } })
  const part = await get('bytes=10-19')
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe('bytes 10-19/1000')
  expect(part.headers.get('docker-content-digest')).toBe(digest)
  expect(part.headers.get('etag')).toBe(`"${digest}"`)
  expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(10, 20))).toBe(true)
  expect((await get('bytes=2000-')).status).toBe(416)
})

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

it('takes a large manifest, of known and of unknown length', async () => {
  const image = await client.pushImage('dev/manifest', 'v1')
  const annotations = { large: 'x'.repeat(1_000_000) }
  const body = Buffer.from(JSON.stringify({ ...JSON.parse(image.manifest.toString()), annotations }))
  await client.expect(201, 'PUT', 'dev/manifest/manifests/v2', {
    body,
    headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' },
  })
  const init = {
    method: 'PUT',
    body: ReadableStream.from([body.subarray(0, 500_000), body.subarray(500_000)]),
    headers: {
      authorization: `Bearer ${push('dev/manifest')}`,
      'content-type': 'application/vnd.oci.image.manifest.v1+json',
    },
    duplex: 'half',
  } as RequestInit
  expect((await fetch(`${proxy.url}/v2/dev/manifest/manifests/v3`, init)).status).toBe(201)
  for (const tag of ['v2', 'v3']) expect((await client.pullImage('dev/manifest', tag)).manifest.equals(body)).toBe(true)
  await expect.poll(() => readdir(registry.spool)).toEqual([])
})

it('takes nothing for an upload that nobody began', async () => {
  const target = '/v2/dev/x/blobs/uploads/0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01'
  const response = await client.expect(404, 'PATCH', target, { body: Buffer.alloc(100_000) })
  expect(await response.text()).toContain('BLOB_UPLOAD_UNKNOWN')
  // nginx drops it after its answer.
  await expect.poll(() => readdir(registry.spool)).toEqual([])
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

it('begins uploads as the registry does, which it asks once for a caller and a repository', async () => {
  const admitted = vi.spyOn(registry.metadata, 'admitUpload')
  onTestFinished(() => admitted.mockRestore())
  const token = push('dev/begun')
  const post = (path: string) =>
    fetch(`${proxy.url}/v2/dev/begun/${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  const told = ({ headers }: Response) => {
    const { date: _, 'x-request-id': requestId, ...told } = Object.fromEntries(headers)
    const id = told['docker-upload-uuid'] ?? ''
    expect(requestId).toBeDefined()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    return [id, JSON.stringify(told).replaceAll(id, 'id')]
  }
  // Without the slash, it is the registry that answers.
  const [ownId, own] = told(await post('blobs/uploads'))
  expect(admitted).toHaveBeenCalledTimes(1)
  const ids = new Set([ownId])
  for (let count = 0; count < 20; count += 1) {
    const [id, answer] = told(await post('blobs/uploads/'))
    expect(answer).toBe(own)
    ids.add(id)
  }
  expect(ids.size).toBe(21)
  expect(admitted).toHaveBeenCalledTimes(2)
  // One that was begun and not written to is there.
  for (const id of ids) await client.expect(204, 'GET', `dev/begun/blobs/uploads/${id}`)
})

it('begins no upload that the registry would refuse, and says why', async () => {
  const post = async (path: string, token?: string) => {
    const init = { method: 'POST', ...(token && { headers: { authorization: `Bearer ${token}` } }) }
    const response = await fetch(`${proxy.url}/v2/${path}`, init)
    return [response.status, await response.text()]
  }
  expect(await post('dev/none/blobs/uploads/')).toEqual([401, expect.stringContaining('UNAUTHORIZED')])
  const reader = registry.token('repository:dev/none:pull')
  expect(await post('dev/none/blobs/uploads/', reader)).toEqual([401, expect.stringContaining('lacks the right')])
  const stranger = push('nowhere/none')
  expect(await post('nowhere/none/blobs/uploads/', stranger)).toEqual([404, expect.stringContaining('NAME_UNKNOWN')])
  expect(await post('Dev/none/blobs/uploads/', push('Dev/none'))).toEqual([
    400,
    expect.stringContaining('NAME_INVALID'),
  ])
  const { id: full } = await insertProject(registry.database.pool, { name: 'full' })
  await registry.database.pool.query('update quota set hard_bytes = 10, used_bytes = 11 where project_id = $1', [full])
  const pusher = push('full/none')
  for (let count = 0; count < 2; count += 1)
    expect(await post('full/none/blobs/uploads/', pusher)).toEqual([403, expect.stringContaining('DENIED')])
})

it('says why it refuses to a client that sends a large body without asking', async () => {
  const target = new URL(await begin('dev/unasked'), proxy.url)
  const body = Buffer.alloc(16_000_000, 'unasked')
  const send = () => fetch(target, { method: 'PATCH', body }).then((response) => response.status)
  for (let round = 0; round < 5; round += 1)
    expect(await Promise.all(Array.from({ length: 8 }, send))).toEqual(Array.from({ length: 8 }, () => 401))
})

it('answers 416 to a chunk out of order, and the upload goes on', async () => {
  const target = await begin('dev/order')
  await client.expect(202, 'PATCH', target, { body: Buffer.from('abc'), headers: { 'content-range': '0-2' } })
  const late = await client.request('PATCH', target, { body: Buffer.from('xyz'), headers: { 'content-range': '5-7' } })
  expect(late.status).toBe(416)
  expect(late.headers.get('range')).toBe('0-2')
  const status = await client.expect(204, 'GET', target)
  expect(status.headers.get('range')).toBe('0-2')
  await client.expect(202, 'PATCH', target, { body: Buffer.from('def'), headers: { 'content-range': '3-5' } })
  await client.expect(201, 'PUT', `${target}?digest=${digestOf(Buffer.from('abcdef'))}`)
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

it('says when a manifest is too large', async () => {
  const body = Buffer.alloc(4 * 1024 * 1024 + 1, ' ')
  const response = await client.request('PUT', 'dev/huge/manifests/latest', { body })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ errors: [{ code: 'MANIFEST_TOO_LARGE' }] })
})

it('takes the file that nginx made, whatever the size of the body', async () => {
  const spooled = vi.spyOn(registry.blobs, 'spooled')
  const streamed = vi.spyOn(registry.blobs, 'spool')
  await client.pushBlob('dev/counted', randomBytes(10))
  await client.pushBlob('dev/counted', randomBytes(3_000_000))
  expect(spooled).toHaveBeenCalledTimes(2)
  expect(streamed).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
