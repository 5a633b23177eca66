import { createScrub } from '@berth/metadata'
import { digestOf, parseRepositoryName } from '@berth/oci'
import { makeImage } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { startProxiedRegistry } from '../../testing/proxied-registry.js'

const proxied = await startProxiedRegistry()
const { registry, proxy } = proxied

afterAll(() => proxied[Symbol.asyncDispose]())

describe.each([
  ['through the proxy', proxy.url],
  ['without a proxy', registry.url],
])('a blob that was set aside, %s', (_, url) => {
  it('is answered for as missing, and a push of the same content heals every repository that has it', async () => {
    const client = registry.client(url)
    const [name, other] = ['dev/hurt', 'dev/hurt-too'].map((repository) => `${repository}-${new URL(url).port}`)
    const image = makeImage({ layers: 1 })
    for (const repository of [name, other]) await client.pushImage(repository ?? '', 'v1', image)
    const digest = digestOf(image.layers[0] ?? Buffer.alloc(0))
    await createScrub(registry.db).examineBlob(digest, async () => {
      await registry.blobs.quarantine(digest)
      return 'missing'
    })

    const head = await client.request('HEAD', `${name}/blobs/${digest}`)
    expect(head.status).toBe(404)
    const get = await client.request('GET', `${name}/blobs/${digest}`)
    expect(get.status).toBe(404)
    expect(await get.json()).toMatchObject({ errors: [{ code: 'BLOB_UNKNOWN' }] })
    const mount = await client.request('POST', `${name}-elsewhere/blobs/uploads/?mount=${digest}&from=${name}`)
    expect(mount.status).toBe(202)
    const manifest = await client.request('PUT', `${name}/manifests/again`, {
      body: new Uint8Array(image.manifest),
      headers: { 'content-type': image.mediaType },
    })
    expect(manifest.status).toBe(404)
    expect(await manifest.json()).toMatchObject({ errors: [{ code: 'MANIFEST_BLOB_UNKNOWN' }] })

    await client.pushImage(name ?? '', 'v1', image)
    for (const repository of [name, other]) {
      expect((await client.pullImage(repository ?? '', 'v1')).digest).toBe(image.digest)
    }
    expect(await registry.metadata.findBlob(parseRepositoryName(other ?? ''), digest)).toBeDefined()
  })
})
