import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaTypes } from '@berth/oci'
import { makeImage, OciClient, temporaryFolder } from '@berth/testkit'
import { describe, expect, it } from 'vitest'
import { asDocker, makeIndex, pullAll, pullManifest } from '../testing/images.js'
import {
  collectGarbage,
  makeRegistryFolder,
  startRegistry,
  type Make,
  type RegistryFolder,
} from '../testing/start-registry.js'

const tagsOf = async (url: string, name: string): Promise<string[]> => {
  const response = await new OciClient(url).expect(200, 'GET', `${name}/tags/list`)
  const { tags } = (await response.json()) as { tags: string[] | null }
  return (tags ?? []).sort()
}

const catalogOf = async (url: string): Promise<string[]> => {
  const response = await new OciClient(url).expect(200, 'GET', '_catalog')
  return ((await response.json()) as { repositories: string[] }).repositories
}

/** Pushes, moves tags and deletes with one make, and says what has to be there afterwards. */
async function fillWith(make: Make, folder: RegistryFolder) {
  await using registry = await startRegistry(make, folder)
  const client = new OciClient(registry.url)
  const [first, second, third, gone] = [makeImage(), asDocker(makeImage()), makeImage({ layers: 3 }), makeImage()]
  await client.pushImage('httpd', 'v1', first)
  await client.pushImage('httpd', 'v2', second)
  await client.pushImage('httpd', 'latest', first)
  await client.pushImage('httpd', 'latest', second)
  await client.pushImage('dev/team/app', 'gone', gone)
  await client.pushImage('dev/team/app', 'also-gone', gone)
  await client.pushImage('dev/team/app', first.digest, first)
  await client.pushImage('dev/team/app', third.digest, third)
  const index = makeIndex([first, third])
  await client.pushManifest('dev/team/app', 'multi', index, mediaTypes.ociIndex)
  await client.expect(202, 'DELETE', `dev/team/app/manifests/${gone.digest}`)
  await client.expect(201, 'POST', `other/blobs/uploads/?mount=${blobOf(first.manifest)}&from=httpd`)
  return { first, second, third, gone }
}

const blobOf = (manifest: Buffer): string =>
  (JSON.parse(manifest.toString()) as { config: { digest: string } }).config.digest

async function expectFilled(make: Make, folder: RegistryFolder, images: Awaited<ReturnType<typeof fillWith>>) {
  await using registry = await startRegistry(make, folder)
  const { url } = registry
  const { first, second, gone } = images
  expect(await catalogOf(url)).toEqual(expect.arrayContaining(['dev/team/app', 'httpd']))
  expect(await tagsOf(url, 'httpd')).toEqual(['latest', 'v1', 'v2'])
  expect(await tagsOf(url, 'dev/team/app')).toEqual(['multi'])
  expect(await pullAll(url, 'httpd', 'v1')).toBe(first.digest)
  expect(await pullAll(url, 'httpd', 'latest')).toBe(second.digest)
  expect((await pullManifest(url, 'httpd', 'v2'))?.mediaType).toBe(mediaTypes.dockerManifest)
  await pullAll(url, 'dev/team/app', 'multi')
  expect(await pullManifest(url, 'dev/team/app', gone.digest)).toBeUndefined()
  expect(await pullManifest(url, 'dev/team/app', 'gone')).toBeUndefined()
  await new OciClient(url).pullBlob('other', blobOf(first.manifest))
  expect((await new OciClient(url).request('HEAD', `other/blobs/${blobOf(second.manifest)}`)).status).toBe(404)
}

describe("a folder shared with Debian's docker-registry", { timeout: 180_000 }, () => {
  it.each([
    ['docker', 'berth'],
    ['berth', 'docker'],
    ['berth', 'berth'],
  ] as const)('written by %s is served by %s', async (writer, reader) => {
    await using base = await temporaryFolder('interchange')
    const folder = await makeRegistryFolder(base.path)
    await expectFilled(reader, folder, await fillWith(writer, folder))
  })

  it('goes to and fro: each sees what the other pushed, moved and deleted', async () => {
    await using base = await temporaryFolder('interchange')
    const folder = await makeRegistryFolder(base.path)
    const [one, two, three] = [makeImage(), asDocker(makeImage()), makeImage()]
    const turn = async (make: Make, work: (client: OciClient, url: string) => Promise<void>) => {
      await using registry = await startRegistry(make, folder)
      await work(new OciClient(registry.url), registry.url)
    }
    await turn('berth', async (client) => {
      await client.pushImage('a/b', 'x', one)
      await client.pushImage('a/b', 'y', one)
    })
    await turn('docker', async (client, url) => {
      expect(await pullAll(url, 'a/b', 'x')).toBe(one.digest)
      await client.pushImage('a/b', 'x', two)
      await client.pushImage('a/b', 'z', three)
    })
    await turn('berth', async (client, url) => {
      expect(await tagsOf(url, 'a/b')).toEqual(['x', 'y', 'z'])
      expect(await pullAll(url, 'a/b', 'x')).toBe(two.digest)
      expect(await pullAll(url, 'a/b', 'y')).toBe(one.digest)
      await client.expect(202, 'DELETE', 'a/b/manifests/z')
      await client.expect(202, 'DELETE', `a/b/manifests/${one.digest}`)
    })
    await turn('docker', async (client, url) => {
      expect(await tagsOf(url, 'a/b')).toEqual(['x'])
      expect(await pullManifest(url, 'a/b', one.digest)).toBeUndefined()
      expect(await pullAll(url, 'a/b', three.digest)).toBe(three.digest)
      await client.pushImage('a/b', 'again', one)
      await client.expect(202, 'DELETE', `a/b/manifests/${two.digest}`)
    })
    await turn('berth', async (_, url) => {
      expect(await tagsOf(url, 'a/b')).toEqual(['again'])
      expect(await pullAll(url, 'a/b', 'again')).toBe(one.digest)
      expect(await pullManifest(url, 'a/b', two.digest)).toBeUndefined()
    })
  })

  it.each(['docker', 'berth'] as const)(
    'has its garbage collected by %s, and loses nothing else',
    async (collector) => {
      await using base = await temporaryFolder('interchange')
      const folder = await makeRegistryFolder(base.path)
      const images = await fillWith(collector === 'docker' ? 'berth' : 'docker', folder)
      const data = (digest: string) =>
        join(folder.root, 'docker/registry/v2/blobs/sha256', digest.slice(7, 9), digest.slice(7), 'data')
      await stat(data(images.gone.digest))
      const output = await collectGarbage(collector, folder)
      expect(output).toContain(`blob eligible for deletion: ${images.gone.digest}`)
      await expect(stat(data(images.gone.digest))).rejects.toThrow('ENOENT')
      await expectFilled('berth', folder, images)
      await expectFilled('docker', folder, images)
    },
  )

  it('keeps the parts of an index when untagged manifests go', async () => {
    await using base = await temporaryFolder('interchange')
    const folder = await makeRegistryFolder(base.path)
    const images = await fillWith('berth', folder)
    expect(await collectGarbage('berth', folder, '--dry-run', '--delete-untagged')).toContain('0 manifests eligible')
    await collectGarbage('berth', folder, '--delete-untagged')
    await expectFilled('docker', folder, images)
  })

  it('gets nothing from Berth that Distribution would stumble over', async () => {
    await using base = await temporaryFolder('interchange')
    const folder = await makeRegistryFolder(base.path)
    await fillWith('berth', folder)
    const repository = join(folder.root, 'docker/registry/v2/repositories/httpd')
    expect((await readdir(repository)).sort()).toEqual(['_layers', '_manifests'])
    const blob = join(folder.root, 'docker/registry/v2/blobs/sha256')
    const [prefix = ''] = await readdir(blob)
    const [hex = ''] = await readdir(join(blob, prefix))
    expect(await readdir(join(blob, prefix, hex))).toEqual(['data'])
    expect((await stat(join(blob, prefix, hex, 'data'))).mode & 0o777).toBe(0o644)
  })
})
