import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { buildServer, createManifestCache, TokenAuthenticator, UploadIds } from '@berth/data-plane'
import { LayoutMetadata } from '@berth/metadata'
import { digestOf, parseRepositoryName, parseTag, type Digest } from '@berth/oci'
import { Outbound } from '@berth/outbound'
import { FilesystemBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import {
  dockerRegistryProgram,
  freePort,
  generateTokenKeys,
  makeImage,
  secretKey,
  signToken,
  startOnLeash,
  temporaryFolder,
  tokenNames,
  waitUntil,
} from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RegistryClient } from './registry-client.js'

const name = parseRepositoryName('dev/app')
const credentials = { username: 'alice', password: 'secret' }
const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const outbound = stack.use(new Outbound({ allow: ['127.0.0.1'] }))
const folder = stack.use(await temporaryFolder('client'))

/** What a token service has been asked for. */
const asked: string[] = []

async function startTokenService(privateKey: string): Promise<string> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://x')
    const expected = `Basic ${Buffer.from('alice:secret').toString('base64')}`
    const scope = searchParams.getAll('scope').join(' ')
    asked.push(scope)
    const isKnown = request.headers.authorization === expected
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isKnown ? { token: signToken(privateKey, scope), expires_in: 300 } : { errors: [] }))
  })
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
}

/** Faults that the registry is to show: each answers one request whose method and path it fits. */
const faults: { method: string; path: RegExp; way: 'refuse' | 'break' }[] = []

/** Berth's own data plane on a folder, with tokens. */
async function startBerth(): Promise<string> {
  const root = join(folder.path, 'berth')
  const { privateKey, certificate } = await generateTokenKeys()
  const realm = await startTokenService(privateKey)
  const metadata = new LayoutMetadata(root)
  const blobs = new FilesystemBlobStore({ root, spool: join(root, 'berth/spool') })
  stack.defer(() => blobs.close())
  await metadata.check()
  await blobs.check()
  const authenticator = new TokenAuthenticator({ certificate, ...tokenNames })
  const app = buildServer(
    {
      metadata,
      blobs,
      authenticator: {
        identify: (authorization) => authenticator.identify(authorization),
        challenge: (origin, scopes) =>
          authenticator.challenge(origin, scopes).replace(/realm="[^"]*"/, `realm="${realm}"`),
      },
      manifests: createManifestCache(1_000_000),
      uploadIds: new UploadIds(secretKey),
      allowSparseIndexes: true,
    },
    createLogger({ service: 'registry', level: 'error' }),
  )
  app.addHook('onSend', (request, reply, payload, done) => {
    const place = faults.findIndex(({ method, path }) => method === request.method && path.test(request.url))
    const [fault] = place < 0 || reply.statusCode >= 300 ? [] : faults.splice(place, 1)
    if (fault?.way === 'refuse') reply.code(503).removeHeader('location')
    if (fault?.way !== 'break' || !(payload instanceof Readable)) return done(null, payload)
    let size = 0
    const breaking = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        size += chunk.length
        if (size > 1_000_000) request.raw.socket.destroy()
        next(null, chunk)
      },
    })
    payload.on('error', () => undefined)
    done(null, payload.compose(breaking))
  })
  stack.defer(() => app.close())
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** Debian's docker-registry on a folder, open to everybody. */
async function startDocker(): Promise<string> {
  const [port, configuration] = [await freePort(), join(folder.path, 'docker.yml')]
  const root = join(folder.path, 'docker')
  await writeFile(
    configuration,
    `version: 0.1\nlog: {level: error, accesslog: {disabled: true}}\nstorage: {filesystem: {rootdirectory: ${root}}}\nhttp: {addr: "127.0.0.1:${port}"}\n`,
  )
  const command = await dockerRegistryProgram(join(folder.path, 'program'))
  const leash = startOnLeash({ command, args: ['serve', configuration], stopSignal: 'TERM' })
  stack.defer(() => leash.stop())
  const url = `http://127.0.0.1:${port}`
  await waitUntil(async () => (await fetch(`${url}/v2/`)).ok, {
    what: 'docker-registry serves',
    givesUp: () => (leash.running ? undefined : leash.output()),
  })
  return url
}

function contentOf(bytes: Buffer, digest: Digest = digestOf(bytes)) {
  const opened: number[] = []
  const open = async ({ start, end }: { start: number; end: number }) => {
    opened.push(start)
    return Readable.from([bytes.subarray(start, end + 1)], { objectMode: false })
  }
  return { digest, size: bytes.length, open, opened }
}

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of list) all.push(one)
  return all
}

const starters = { berth: startBerth, docker: startDocker }

describe.each(['berth', 'docker'] as const)('a client of %s', (make) => {
  let client: RegistryClient
  let content: Buffer[] = []
  beforeAll(async () => {
    client = new RegistryClient({ url: await starters[make](), outbound, credentials, pageSize: 2 })
  })

  it('sends and gets blobs and manifests', async () => {
    await client.ping()
    const image = makeImage()
    const document = JSON.parse(image.manifest.toString()) as {
      config: { digest: Digest }
      layers: { digest: Digest }[]
    }
    const [layer] = document.layers
    if (!layer) return expect.unreachable()
    expect(await client.findBlob(name, layer.digest)).toBeUndefined()
    content = [image.config, ...image.layers]
    for (const one of content) await client.pushBlob(name, contentOf(one))
    expect(await client.findBlob(name, layer.digest)).toBe(image.layers[0]?.length)
    expect((await buffer(client.blob(name, layer.digest))).equals(image.layers[0] ?? Buffer.alloc(0))).toBe(true)
    const [start, end] = [3, 9]
    const part = await buffer(client.blob(name, layer.digest, { start, end }))
    expect(part.equals(image.layers[0]?.subarray(start, end + 1) ?? Buffer.alloc(0))).toBe(true)

    expect(await client.findManifest(name, image.digest)).toBeUndefined()
    expect(await client.manifest(name, parseTag('v1'))).toBeUndefined()
    await client.putManifest(name, parseTag('v1'), { mediaType: image.mediaType, bytes: image.manifest })
    expect(await client.findManifest(name, parseTag('v1'))).toBe(image.digest)
    const { digest, mediaType, bytes: got } = (await client.manifest(name, parseTag('v1'))) ?? {}
    expect([digest, mediaType, got?.equals(image.manifest)]).toEqual([image.digest, image.mediaType, true])
  })

  it('sends no more in one request than it is told to', async () => {
    const one = contentOf(randomBytes(1000))
    await client.pushBlob(name, one, 400)
    expect(one.opened).toEqual([0, 400, 800])
    expect(await client.findBlob(name, one.digest)).toBe(1000)
  })

  it('lists tags and repositories over pages, and what is not there as nothing', async () => {
    const manifest = await client.manifest(name, parseTag('v1'))
    if (!manifest) return expect.unreachable()
    for (const tag of ['a', 'b', 'c']) await client.putManifest(name, parseTag(tag), manifest)
    expect((await collect(client.tags(name))).toSorted()).toEqual(['a', 'b', 'c', 'v1'])
    for (const other of ['dev/b', 'dev/c']) {
      const [config = Buffer.alloc(0), ...layers] = content
      for (const one of [config, ...layers]) await client.pushBlob(parseRepositoryName(other), contentOf(one))
      await client.putManifest(parseRepositoryName(other), parseTag('v1'), manifest)
    }
    expect((await collect(client.repositories())).toSorted()).toEqual(['dev/app', 'dev/b', 'dev/c'])
    expect(await collect(client.tags(parseRepositoryName('dev/absent')))).toEqual([])
  })

  it('deletes a tag and leaves its image, or says that the registry does not do that', async () => {
    const gone = parseTag('gone')
    const { bytes, mediaType, digest } = (await client.manifest(name, parseTag('v1'))) ?? expect.fail()
    await client.putManifest(name, gone, { bytes, mediaType })
    if (make === 'docker') return expect(client.deleteManifest(name, gone)).rejects.toThrow(/ 405/)
    expect(await client.deleteManifest(name, gone)).toBe(true)
    expect(await client.deleteManifest(name, gone)).toBe(false)
    expect(await client.findManifest(name, parseTag('v1'))).toBe(digest)
  })

  it('links a blob of another repository, and says where that cannot be', async () => {
    const bytes = randomBytes(1000)
    await client.pushBlob(name, contentOf(bytes))
    const other = parseRepositoryName('dev/other')
    expect(await client.mountBlob(other, digestOf(bytes), name)).toBe(true)
    expect(await client.findBlob(other, digestOf(bytes))).toBe(1000)
    expect(await client.mountBlob(other, digestOf(Buffer.from('absent')), name)).toBe(false)
  })

  it('tells what the registry says to what it does not take', async () => {
    const wrong = contentOf(Buffer.from('abc'), digestOf(Buffer.from('something else')))
    await expect(client.pushBlob(name, wrong)).rejects.toMatchObject({ code: 'DIGEST_INVALID', isTransient: false })
  })
})

describe('against a registry with tokens', () => {
  let url: string
  beforeAll(async () => {
    url = await startBerth()
  })
  const open = (more = {}) => new RegistryClient({ url, outbound, credentials, ...more })

  it('asks for a token once for each scope', async () => {
    asked.length = 0
    const client = open()
    const bytes = randomBytes(100)
    await client.pushBlob(name, contentOf(bytes))
    await client.findBlob(name, digestOf(bytes))
    await buffer(client.blob(name, digestOf(bytes)))
    expect(asked).toEqual(['repository:dev/app:pull,push', 'repository:dev/app:pull'])
  })

  it('says who is not let in', async () => {
    const client = open({ credentials: { username: 'alice', password: 'wrong' } })
    await expect(client.findBlob(name, digestOf(Buffer.alloc(0)))).rejects.toMatchObject({ status: 401 })
    await expect(client.pushBlob(name, contentOf(randomBytes(10)))).rejects.toMatchObject({ status: 401 })
  })

  it('ends an upload that is refused whatever token it shows', async () => {
    let requests = 0
    const registry = createServer((request, response) => {
      if (request.url?.startsWith('/token')) return void response.end(JSON.stringify({ token: 'of no use' }))
      requests += 1
      response.writeHead(401, { 'www-authenticate': 'Bearer realm="/token"' }).end()
    })
    stack.defer(() => registry.closeAllConnections())
    stack.defer(() => void registry.close())
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
    const client = open({ url: `http://127.0.0.1:${(registry.address() as AddressInfo).port}` })
    await expect(client.pushBlob(name, contentOf(randomBytes(10)))).rejects.toMatchObject({ status: 401 })
    expect(requests).toBeLessThan(20)
  }, 20_000)

  it('shows its credentials to no server that the registry only refers to', async () => {
    const seen: string[] = []
    const start = async (answer: (path: string) => [status: number, headers: Record<string, string>]) => {
      const server = createServer((request, response) => {
        seen.push(`${request.url} ${request.headers.authorization ?? 'nobody'}`)
        request.resume()
        response.writeHead(...answer(request.url ?? '')).end()
      })
      stack.defer(() => server.closeAllConnections())
      stack.defer(() => void server.close())
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    }
    const elsewhere = await start(() => [401, { 'www-authenticate': 'Bearer realm="/token"' }])
    const registry = await start(() => [202, { location: `${elsewhere}/upload` }])
    await expect(open({ url: registry }).pushBlob(name, contentOf(randomBytes(10)))).rejects.toMatchObject({
      status: 401,
    })
    expect(seen).toContain('/upload nobody')
    expect(seen.filter((one) => one.includes('Basic') || one.startsWith('/token'))).toEqual([])
  }, 20_000)

  it('lists what is attached to an image', async () => {
    const client = open()
    const image = makeImage()
    for (const one of [image.config, ...image.layers]) await client.pushBlob(name, contentOf(one))
    await client.putManifest(name, image.digest, { mediaType: image.mediaType, bytes: image.manifest })
    const subject = { mediaType: image.mediaType, digest: image.digest, size: image.manifest.length }
    const bytes = Buffer.from(JSON.stringify({ ...JSON.parse(image.manifest.toString()), subject }))
    await client.putManifest(name, digestOf(bytes), { mediaType: image.mediaType, bytes })
    expect(await collect(client.referrers(name, image.digest))).toEqual([digestOf(bytes)])
  })

  it('reads a blob on where it broke off', async () => {
    const client = open()
    const bytes = randomBytes(5_000_000)
    await client.pushBlob(name, contentOf(bytes))
    faults.push({ method: 'GET', path: /\/blobs\/sha256/, way: 'break' })
    expect((await buffer(client.blob(name, digestOf(bytes)))).equals(bytes)).toBe(true)
    expect(faults).toEqual([])
  })

  it('goes on with an upload from where the registry says that it is', async () => {
    const client = open()
    const content = contentOf(randomBytes(3_000_000))
    // The chunk has arrived; its answer has not.
    faults.push({ method: 'PATCH', path: /uploads/, way: 'refuse' }, { method: 'POST', path: /uploads/, way: 'refuse' })
    await client.pushBlob(name, content)
    expect(content.opened).toEqual([0])
    expect(await client.findBlob(name, content.digest)).toBe(3_000_000)
    expect(faults).toEqual([])
  })

  it('begins anew where other bytes came there than were sent', async () => {
    const client = open()
    const content = contentOf(randomBytes(1000))
    const ways = [() => Readable.from([Buffer.alloc(1000)], { objectMode: false })]
    await client.pushBlob(name, { ...content, open: async (range) => ways.pop()?.() ?? content.open(range) })
    expect(content.opened).toEqual([0])
    expect(await client.findBlob(name, content.digest)).toBe(1000)
  })

  it('gives up after some faults in a row, and at once where it is told to', async () => {
    const client = open()
    const bytes = randomBytes(10)
    await client.pushBlob(name, contentOf(bytes))
    faults.push(...Array.from({ length: 4 }, () => ({ method: 'HEAD', path: /blobs/, way: 'refuse' as const })))
    await expect(client.findBlob(name, digestOf(bytes))).rejects.toMatchObject({ status: 503, isTransient: true })
    expect(await client.findBlob(name, digestOf(bytes))).toBe(10)
    await expect(open({ signal: AbortSignal.abort() }).ping()).rejects.toThrow()
  })
})
