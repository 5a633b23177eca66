import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediaTypes, parseRepositoryName, parseTag } from '@berth/oci'
import { afterAll, describe, expect, it } from 'vitest'
import { describeRegistryMetadata } from '../conformance.js'
import { fill, imageOf } from '../testing/fill.js'
import { openTree } from '../testing/tree-under-test.js'
import { LayoutMetadata } from './layout-metadata.js'
import { mediaTypeFile } from './manifests.js'

const base = await mkdtemp(join(tmpdir(), 'berth-layout-'))
afterAll(() => rm(base, { recursive: true }))

describeRegistryMetadata("metadata in Distribution's tree", () => openTree(base))

describe('the tree', () => {
  it('holds what Distribution would have written', async () => {
    const tree = await openTree(base)
    const { repository, pushImage } = fill(tree)
    const { digest, config, bytes } = await pushImage(repository, 'one', ['v1'])
    const folder = join(tree.root, 'docker/registry/v2/repositories/dev/web')
    const read = (path: string) => readFile(join(folder, path), 'utf8')
    expect(await read('_manifests/tags/v1/current/link')).toBe(digest)
    expect(await read(`_manifests/tags/v1/index/sha256/${digest.slice(7)}/link`)).toBe(digest)
    expect(await read(`_manifests/revisions/sha256/${digest.slice(7)}/link`)).toBe(digest)
    expect(await read(`_layers/sha256/${config.slice(7)}/link`)).toBe(config)
    expect((await readFile(tree.paths.blobData(digest))).equals(bytes)).toBe(true)
    await expect(stat(join(tree.paths.revision(repository, digest), mediaTypeFile))).rejects.toThrow('ENOENT')
  })

  it('shows what another program changes, at once', async () => {
    const tree = await openTree(base)
    const { metadata, repository, pushImage } = fill(tree)
    const one = await pushImage(repository, 'one', ['v1'])
    const two = await pushImage(repository, 'two', ['v2'])
    const list = () => metadata.listTags(repository, { limit: 10 })
    expect(await list()).toEqual(['v1', 'v2'])
    await writeFile(join(tree.paths.tagCurrent(repository, parseTag('v1')), 'link'), two.digest)
    expect((await metadata.findManifest(repository, { tag: parseTag('v1') }))?.digest).toBe(two.digest)
    await rm(tree.paths.tag(repository, parseTag('v2')), { recursive: true })
    expect(await list()).toEqual(['v1'])
    await rm(join(tree.paths.revision(repository, one.digest), 'link'))
    expect(await metadata.findManifest(repository, { digest: one.digest })).toBeUndefined()
    expect(await metadata.listManifests(repository, { limit: 10 })).toEqual([two.digest])
  })

  it('does not list tags and repositories that a crash of another program left half-made', async () => {
    const tree = await openTree(base)
    const { metadata, repository, pushImage } = fill(tree)
    await pushImage(repository, 'one', ['v1'])
    await mkdir(join(tree.paths.tag(repository, parseTag('ghost')), 'index'), { recursive: true })
    await mkdir(tree.paths.layers(parseRepositoryName('dev/ghost')), { recursive: true })
    expect(await metadata.listTags(repository, { limit: 10 })).toEqual(['v1'])
    expect(await metadata.listRepositories({ limit: 10 })).toEqual([repository])
  })

  it('tells the media type of a manifest that does not say it', async () => {
    const tree = await openTree(base)
    const { metadata, repository, addBlob, push } = fill(tree)
    const { mediaType: _, ...undeclared } = imageOf(await addBlob(repository, '{}'), 2)
    const index = await push(repository, Buffer.from('{"schemaVersion":2,"manifests":[]}'), [], mediaTypes.ociIndex)
    const image = await push(repository, Buffer.from(JSON.stringify(undeclared)), [], mediaTypes.ociManifest)
    const fresh = fill({ ...tree, metadata })
    expect((await fresh.metadata.findManifest(repository, { digest: index }))?.mediaType).toBe(mediaTypes.ociIndex)
    expect((await fresh.metadata.findManifest(repository, { digest: image }))?.mediaType).toBe(mediaTypes.ociManifest)
    await expect(stat(join(tree.paths.revision(repository, index), mediaTypeFile))).rejects.toThrow('ENOENT')
  })

  it('gives out nothing under a digest that is not its own, and mends it by the next push', async () => {
    const tree = await openTree(base)
    const { metadata, repository, pushImage } = fill(tree)
    const { digest, bytes } = await pushImage(repository, 'one', ['v1'])
    const v1 = { tag: parseTag('v1') }
    const known = await metadata.findManifest(repository, v1)
    for (const broken of ['', bytes.toString().replace('2', '3')]) {
      await writeFile(tree.paths.blobData(digest), broken)
      expect(known && (await metadata.manifestBody(known))).toBeUndefined()
      const fresh = fill({ ...tree, metadata: new LayoutMetadata(tree.root) })
      expect(await fresh.metadata.findManifest(repository, v1)).toBeUndefined()
      await pushImage(repository, 'one', ['v1'])
      const found = await metadata.findManifest(repository, v1)
      expect(found && (await metadata.manifestBody(found))?.equals(bytes)).toBe(true)
    }
    await writeFile(tree.paths.blobData(digest), '')
    expect(await metadata.findManifest(repository, v1)).toBeUndefined()
  })

  it('lists no tag whose manifest is gone', async () => {
    const tree = await openTree(base)
    const { metadata, repository, pushImage } = fill(tree)
    const { digest } = await pushImage(repository, 'one', ['gone'])
    await pushImage(repository, 'two', ['kept'])
    await rm(tree.paths.revision(repository, digest), { recursive: true })
    expect(await metadata.listTags(repository, { limit: 10 })).toEqual(['kept'])
  })

  it('purges uploads that any program left, and no others', async () => {
    const tree = await openTree(base)
    const { metadata } = tree
    const uploads = tree.paths.uploads(parseRepositoryName('only/uploads'))
    const [old, fresh] = ['0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01', '0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f02']
    for (const [id, startedAt] of [
      [old, '2020-01-01T00:00:00Z'],
      [fresh, new Date().toISOString()],
    ] as const) {
      await mkdir(join(uploads, id, 'hashstates'), { recursive: true })
      await writeFile(join(uploads, id, 'startedat'), startedAt)
    }
    // Their files were made just now: only the note tells how old they are once these look old, too.
    const later = new Date(Date.now() + 1000)
    expect(await metadata.purgeAbandonedUploads(new Date(0))).toBe(0)
    expect(await metadata.purgeAbandonedUploads(later, true)).toBe(2)
    expect(await metadata.purgeAbandonedUploads(later)).toBe(2)
    await expect(stat(join(uploads, old))).rejects.toThrow('ENOENT')
  })
})
