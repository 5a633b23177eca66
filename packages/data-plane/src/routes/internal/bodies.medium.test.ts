import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { makeImage, type OciClient } from '@berth/testkit'
import { afterAll, expect, it, vi } from 'vitest'
import { startProxiedRegistry } from '../../testing/proxied-registry.js'

const proxied = await startProxiedRegistry()
const { registry, proxy, client, begin } = proxied
afterAll(() => proxied[Symbol.asyncDispose]())

const push = (name: string) => registry.token(`repository:${name}:pull,push`)

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
