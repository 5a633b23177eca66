import { connect, type AddressInfo, type Socket } from 'node:net'
import type { RegistryMetadata } from '@berth/metadata'
import { digestOf, documentsAtWork, mediaTypes } from '@berth/oci'
import { MemoryBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { expect, it, vi } from 'vitest'
import { createManifestCache } from '../cache/manifest-cache.js'
import { buildServer } from '../server.js'
import { memoryServices } from '../testing/memory-services.js'

const MB = 2 ** 20
const TYPE = mediaTypes.ociManifest
const large = Buffer.alloc(4 * MB, 'a')
const get = 'GET /v2/dev/app/manifests/large HTTP/1.1\r\nHost: a\r\n\r\n'
const put = `PUT /v2/dev/app/manifests/v1 HTTP/1.1\r\nHost: a\r\nContent-Type: ${TYPE}\r\nContent-Length: 100000\r\n\r\n${'a'.repeat(100_000)}`

async function registry() {
  const findManifest = vi.fn<RegistryMetadata['findManifest']>(async () => ({
    digest: digestOf(large),
    mediaType: TYPE,
    size: large.length,
    artifactId: '1',
  }))
  const metadata = { findManifest, manifestBody: async () => large, countPull: () => {} }
  const blobs = new MemoryBlobStore()
  const discard = vi.spyOn(blobs, 'discard')
  const services = memoryServices(metadata, { blobs, manifests: createManifestCache(1) })
  const app = buildServer(services, createLogger({ service: 'registry', level: 'error' }))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const clients: Socket[] = []
  return {
    findManifest,
    discard,
    client() {
      const client = connect(port, '127.0.0.1').on('error', () => {})
      clients.push(client)
      return client
    },
    url: `http://127.0.0.1:${port}/v2/dev/app/manifests/large`,
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy()
      await app.close()
    },
  }
}

it('lets none of several pushes of one connection wait once its client has gone', async () => {
  await using served = await registry()
  // The room is everybody's, and so is what stands before it.
  using take = vi.spyOn(documentsAtWork, 'take')
  using _others = await documentsAtWork.take(12 * MB)
  const client = served.client()
  client.write(put.repeat(3))
  await vi.waitFor(() => expect(take).toHaveBeenCalledTimes(4))
  client.destroy()
  await vi.waitFor(() => expect(served.discard).toHaveBeenCalledTimes(3))
  expect(documentsAtWork.isWanted).toBe(false)
})

it('hears of a client that goes while answers wait behind one that waits for its turn', async () => {
  await using served = await registry()
  using _others = await documentsAtWork.take(12 * MB)
  const client = served.client()
  client.write(put + get.repeat(12))
  await vi.waitFor(() => expect(served.findManifest).toHaveBeenCalledTimes(12))
  client.destroy()
  await vi.waitFor(() => expect(documentsAtWork.isWanted).toBe(false))
  // The room that the twelve had is there for another one.
  expect((await (await fetch(served.url)).arrayBuffer()).byteLength).toBe(large.length)
})
