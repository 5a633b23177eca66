import { mkdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Database } from '@berth/database'
import { LayoutMetadata, LayoutPaths, PostgresMetadata } from '@berth/metadata'
import { digestOf, mediaTypes, parseRepositoryName, parseTag, type Digest, type RepositoryName } from '@berth/oci'
import { FilesystemBlobStore } from '@berth/storage'
import { createTestDatabase, insertProject, makeImage, OciClient, temporaryFolder } from '@berth/testkit'
import { copyRegistry, StoredRegistry, type CopyOptions } from '@berth/transfer'
import { describe, expect, it } from 'vitest'
import { makeIndex, pullAll } from '../testing/images.js'
import { makeRegistryFolder, startRegistry } from '../testing/start-registry.js'

type End = StoredRegistry & { readonly root: string }

const fileOf = ({ root }: End, digest: Digest) => new LayoutPaths(root).blobData(digest)

async function openTree(root: string, stack: AsyncDisposableStack): Promise<End> {
  await mkdir(root, { recursive: true })
  const spool = join(root, 'berth/spool')
  const [metadata, blobs] = [new LayoutMetadata(root), new FilesystemBlobStore({ root, spool })]
  stack.defer(() => blobs.close())
  await metadata.check()
  await blobs.check()
  return Object.assign(new StoredRegistry(metadata, blobs), { root })
}

async function openPlatform(folder: string, stack: AsyncDisposableStack): Promise<End> {
  const database = stack.use(await createTestDatabase())
  await insertProject(database.pool, { name: 'dev' })
  const [root, spool] = [join(folder, 'root'), join(folder, 'spool')]
  const db = new Database(database.settings)
  const metadata = new PostgresMetadata(db)
  const blobs = new FilesystemBlobStore({ root, spool })
  stack.defer(() => db.close())
  stack.defer(() => blobs.close())
  await blobs.check()
  return Object.assign(new StoredRegistry(metadata, blobs), { root })
}

function optionsFor(more: Partial<CopyOptions> = {}): CopyOptions & { readonly warnings: string[] } {
  const warnings: string[] = []
  return {
    warnings,
    rename: (name: RepositoryName) => parseRepositoryName(name.startsWith('dev/') ? name : `dev/${name}`),
    mayLink: true,
    stop: new AbortController().signal,
    progress: () => undefined,
    warn: (message) => void warnings.push(message),
    ...more,
  }
}

describe('copyRegistry', () => {
  it('brings a folder of docker-registry into the platform and back, and copies no byte of a blob', async () => {
    await using folder = await temporaryFolder('copy')
    await using stack = new AsyncDisposableStack()
    const written = await makeRegistryFolder(folder.path)
    const images = [makeImage(), makeImage()]
    {
      await using docker = await startRegistry('docker', written)
      const client = new OciClient(docker.url)
      for (const image of images) await client.pushImage('httpd', image.digest, image)
      await client.pushManifest('httpd', 'multi', makeIndex(images), mediaTypes.ociIndex)
      await client.pushImage('httpd', 'latest', images[0])
      await client.pushImage('team/app', 'v1', images[0])
    }
    const source = await openTree(written.root, stack)
    const platform = await openPlatform(join(folder.path, 'platform'), stack)
    const options = optionsFor()
    const counts = await copyRegistry(source, platform, options)
    expect(options.warnings).toEqual([])
    expect(counts).toMatchObject({ repositories: 2, manifests: 4, tags: 3, skipped: 0, copiedBlobs: 0, linkedBlobs: 9 })
    const [layer] = images[0]?.layers ?? []
    const digest = (JSON.parse(images[0]?.manifest.toString() ?? '') as { layers: { digest: never }[] }).layers[0]
      ?.digest
    expect(layer).toBeDefined()
    if (digest === undefined) return
    expect((await stat(fileOf(platform, digest))).ino).toBe((await stat(fileOf(source, digest))).ino)
    expect(await copyRegistry(source, platform, optionsFor())).toMatchObject({
      manifests: 0,
      tags: 0,
      skipped: 4,
    })

    const back = await makeRegistryFolder(join(folder.path, 'back'))
    const exported = await openTree(back.root, stack)
    const names = ['dev/httpd', 'dev/team/app'].map(parseRepositoryName)
    expect(await platform.metadata.listRepositories({ limit: 10 })).toEqual(names)
    await copyRegistry(platform, exported, {
      ...optionsFor(),
      mayLink: false,
    })
    await using docker = await startRegistry('docker', back)
    expect(await pullAll(docker.url, 'dev/httpd', 'latest')).toBe(images[0]?.digest)
    expect(await pullAll(docker.url, 'dev/team/app', 'v1')).toBe(images[0]?.digest)
    await pullAll(docker.url, 'dev/httpd', 'multi')
  })

  it('brings the rest where images are broken, and names these with their tags', async () => {
    await using folder = await temporaryFolder('copy')
    await using stack = new AsyncDisposableStack()
    const written = await makeRegistryFolder(folder.path)
    const images = [makeImage(), makeImage(), makeImage(), makeImage()]
    {
      await using registry = await startRegistry('berth', written)
      for (const [at, image] of images.entries()) await new OciClient(registry.url).pushImage('web', `v${at}`, image)
    }
    const source = await openTree(written.root, stack)
    const paths = new LayoutPaths(written.root)
    const name = parseRepositoryName('web')
    const [, cut, unlinked, emptied] = images
    if (!cut || !unlinked || !emptied) throw new Error('there are four')
    const layer = digestOf(cut.layers[0] ?? Buffer.of())
    const whole = await readFile(paths.blobData(layer))
    await truncate(paths.blobData(layer), 10)
    await writeFile(join(paths.revision(name, unlinked.digest), 'link'), '')
    await writeFile(paths.blobData(emptied.digest), '')
    const target = await openPlatform(join(folder.path, 'platform'), stack)
    const options = optionsFor({ mayLink: false })
    expect(await copyRegistry(source, target, options)).toMatchObject({ manifests: 2, tags: 2 })
    expect(await target.metadata.listTags(parseRepositoryName('dev/web'), { limit: 10 })).toEqual(['v0', 'v1'])
    expect(options.warnings.toSorted()).toEqual(
      [
        `web@${cut.digest} is incomplete: its blob ${layer} is broken in the source`,
        `web@${unlinked.digest} is left out: its link holds no digest`,
        `web@${emptied.digest} is left out: its content cannot be read in the source`,
        `web:v1 is incomplete: its blob ${layer} is broken in the source`,
        `web:v2 is left out: ${unlinked.digest}, which it names, is not there`,
        'web:v3 is left out: what it names cannot be read in the source',
      ].toSorted(),
    )
    const again = optionsFor({ mayLink: false })
    expect(await copyRegistry(source, target, again)).toMatchObject({ manifests: 0, tags: 0, skipped: 2 })
    expect(again.warnings.toSorted()).toEqual(options.warnings.toSorted())

    await writeFile(paths.blobData(layer), whole)
    const mended = optionsFor({ mayLink: false })
    expect(await copyRegistry(source, target, mended)).toMatchObject({
      manifests: 0,
      tags: 0,
      skipped: 2,
      copiedBlobs: 1,
    })
    expect(await target.findBlob(parseRepositoryName('dev/web'), layer)).toBe(whole.length)
    expect(mended.warnings).toHaveLength(options.warnings.length - 2)
  })

  it('names what no list of a folder shows: tags and repositories that a crash has left without a digest, and lost links', async () => {
    await using folder = await temporaryFolder('copy')
    await using stack = new AsyncDisposableStack()
    const written = await makeRegistryFolder(folder.path)
    const [image, gone, alone, part, other] = Array.from({ length: 5 }, () => makeImage())
    if (!image || !gone || !alone || !part || !other) throw new Error('there are five')
    const index = makeIndex([part, other])
    {
      await using registry = await startRegistry('berth', written)
      const client = new OciClient(registry.url)
      for (const tag of ['good', 'emptied', 'unmade']) await client.pushImage('web', tag, image)
      await client.pushImage('web', 'dangling', gone)
      await client.pushImage('alone', 'v1', alone)
      for (const one of [part, other]) await client.pushImage('multi', one.digest, one)
      await client.pushManifest('multi', 'v1', index, mediaTypes.ociIndex)
    }
    const paths = new LayoutPaths(written.root)
    const [web, only, multi] = ['web', 'alone', 'multi'].map(parseRepositoryName)
    if (!web || !only || !multi) throw new Error('there are three')
    const source = await openTree(written.root, stack)
    await writeFile(join(paths.tagCurrent(web, parseTag('emptied')), 'link'), '')
    await rm(join(paths.tagCurrent(web, parseTag('unmade')), 'link'))
    await rm(paths.revision(web, gone.digest), { recursive: true })
    await writeFile(join(paths.revision(only, alone.digest), 'link'), 'sha256:')
    await writeFile(join(paths.revision(multi, part.digest), 'link'), '')
    await symlink('/nowhere', join(paths.repositories, 'elsewhere'))
    const target = await openPlatform(join(folder.path, 'platform'), stack)
    const options = optionsFor()
    await copyRegistry(source, target, options)
    expect(await target.metadata.listTags(parseRepositoryName('dev/web'), { limit: 10 })).toEqual(['good'])
    const isPart = `its part ${part.digest} is incomplete or left out`
    expect(options.warnings.toSorted()).toEqual(
      [
        'web:emptied is left out: its link holds no digest',
        `web:dangling is left out: ${gone.digest}, which it names, is not there`,
        `alone@${alone.digest} is left out: its link holds no digest`,
        `alone:v1 is left out: ${alone.digest}, which it names, is not there`,
        `multi@${part.digest} is left out: its link holds no digest`,
        `multi@${digestOf(index)} is incomplete: ${isPart}`,
        `multi:v1 is incomplete: ${isPart}`,
        `${join(paths.repositories, 'elsewhere')} is left out: it is no folder and leads to none`,
      ].toSorted(),
    )
  })

  it('goes on where it was stopped', async () => {
    await using folder = await temporaryFolder('copy')
    await using stack = new AsyncDisposableStack()
    const written = await makeRegistryFolder(folder.path)
    {
      await using registry = await startRegistry('berth', written)
      for (const tag of ['a', 'b', 'c']) await new OciClient(registry.url).pushImage('web', tag)
    }
    const source = await openTree(written.root, stack)
    const target = await openPlatform(join(folder.path, 'platform'), stack)
    const stopping = new AbortController()
    const first = await copyRegistry(source, target, {
      ...optionsFor(),
      stop: stopping.signal,
      progress: () => stopping.abort(),
    })
    expect(first).toMatchObject({ manifests: 1, tags: 0 })
    const second = await copyRegistry(source, target, optionsFor())
    expect(second).toMatchObject({ manifests: 2, skipped: 1, tags: 3 })
    expect(await target.metadata.listTags(parseRepositoryName('dev/web'), { limit: 10 })).toEqual(['a', 'b', 'c'])
  })
})
