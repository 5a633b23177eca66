import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { renameSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mediaTypes, parseTag, type Digest, type RepositoryName } from '@berth/oci'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { descriptor, fill, imageOf, indexOf, platform } from '../../testing/fill.js'
import { openTree, type TreeUnderTest } from '../../testing/tree-under-test.js'
import type { LayoutPaths } from '../paths.js'
import { announcePresence } from '../presence.js'
import { announceServer, collectGarbage, type GarbageOptions } from './collect-garbage.js'
import { GarbageBin } from './garbage-bin.js'

const base = await mkdtemp(join(tmpdir(), 'berth-garbage-'))
afterAll(() => rm(base, { recursive: true }))

async function setUp() {
  const tree = await openTree(base)
  const lines: string[] = []
  const collect = (options: Partial<GarbageOptions> = {}) =>
    collectGarbage(tree.root, {
      dryRun: false,
      deleteUntagged: false,
      report: (line) => void lines.push(line),
      ...options,
    })
  return { tree, lines, collect, ...fill(tree) }
}

const exists = async (tree: TreeUnderTest, digest: Digest) =>
  stat(tree.paths.blobData(digest)).then(
    () => true,
    () => false,
  )

async function makeOld(tree: TreeUnderTest, repository: RepositoryName, digest: Digest) {
  const hoursAgo = new Date(Date.now() - 7_200_000)
  await utimes(tree.paths.blobData(digest), hoursAgo, hoursAgo)
  await utimes(join(tree.paths.layer(repository, digest), 'link'), hoursAgo, hoursAgo)
}

describe('collectGarbage', () => {
  it('deletes what only deleted manifests used, with its links, and nothing else', async () => {
    const { tree, metadata, repository, other, pushImage, addBlob, collect } = await setUp()
    const gone = await pushImage(repository, 'gone', ['v1'])
    const kept = await pushImage(repository, 'kept', ['v2'])
    const shared = await addBlob(other, 'kept')
    await metadata.deleteManifest(repository, gone.digest, platform)
    const dry = await collect({ dryRun: true })
    expect(dry).toMatchObject({ blobs: 2, bytes: gone.bytes.byteLength + 4 })
    expect(await exists(tree, gone.config)).toBe(true)
    expect(await collect()).toMatchObject({ blobs: 2, bytes: gone.bytes.byteLength + 4, manifests: 0 })
    expect(await exists(tree, gone.config)).toBe(false)
    expect(await metadata.findBlob(repository, gone.config)).toBeUndefined()
    await expect(stat(join(tree.paths.layer(repository, gone.config), 'link'))).rejects.toThrow('ENOENT')
    expect(await metadata.findBlob(repository, kept.config)).toBeDefined()
    expect(await metadata.findBlob(other, shared)).toBeDefined()
    expect((await metadata.findManifest(repository, { tag: parseTag('v2') }))?.digest).toBe(kept.digest)
    expect(await readdir(join(tree.root, 'berth/garbage'))).toEqual([])
  })

  it('says what goes in the words of Distribution', async () => {
    const { lines, repository, addBlob, collect } = await setUp()
    const blob = await addBlob(repository, 'unused')
    await collect()
    expect(lines).toContain('0 blobs marked, 1 blobs and 0 manifests eligible for deletion')
    expect(lines).toContain(`blob eligible for deletion: ${blob}`)
  })

  it('keeps untagged manifests unless asked, and then what a tag leads to', async () => {
    const { metadata, repository, push, pushImage, addBlob, collect } = await setUp()
    const child = await pushImage(repository, 'child', [])
    const index = await push(
      repository,
      Buffer.from(JSON.stringify(indexOf([child.digest]))),
      ['multi'],
      mediaTypes.ociIndex,
    )
    const config = await addBlob(repository, '{}')
    const signature = { ...imageOf(config, 2), subject: descriptor(index) }
    const attached = await push(repository, Buffer.from(JSON.stringify(signature)), [])
    const untagged = await pushImage(repository, 'untagged', [])
    await pushImage(repository, 'untagged', ['moved'])
    await pushImage(repository, 'newer', ['moved'])
    expect(await collect()).toMatchObject({ blobs: 0, manifests: 0 })
    expect(await collect({ deleteUntagged: true, dryRun: true })).toMatchObject({ manifests: 1, blobs: 2 })
    expect(await collect({ deleteUntagged: true })).toMatchObject({ manifests: 1, blobs: 2 })
    for (const digest of [child.digest, index, attached])
      expect(await metadata.findManifest(repository, { digest })).toBeDefined()
    expect(await metadata.findManifest(repository, { digest: untagged.digest })).toBeUndefined()
  })

  it('leaves alone what a push has just brought while a server is at work', async () => {
    const { tree, repository, addBlob, pushImage, collect } = await setUp()
    await using _ = await announceServer(tree.root)
    const [fresh, old, touched] = [
      await addBlob(repository, 'fresh'),
      await addBlob(repository, 'old'),
      await addBlob(repository, 'touched'),
    ]
    await makeOld(tree, repository, old)
    await makeOld(tree, repository, touched)
    await tree.metadata.keepBlob(repository, touched)
    const image = await pushImage(repository, 'no tag yet', [])
    expect(await collect({ deleteUntagged: true })).toMatchObject({ blobs: 1, young: 2, manifests: 0 })
    expect([await exists(tree, fresh), await exists(tree, old), await exists(tree, touched)]).toEqual([
      true,
      false,
      true,
    ])
    expect(await exists(tree, image.config)).toBe(true)
  })

  it('gives back a blob that a push comes to need between being found unused and being deleted', async () => {
    const { tree, metadata, repository, addBlob } = await setUp()
    const blob = await addBlob(repository, 'nearly gone')
    const bin = new GarbageBin(tree.paths)
    expect(await bin.setAside(blob)).toBe(11)
    expect(await metadata.findBlob(repository, blob)).toMatchObject({ size: 11 })
    expect(await bin.discard(blob)).toBe(false)
    expect(await exists(tree, blob)).toBe(true)
  })

  it('gives back a blob whose bytes a push has written again after it was found unused', async () => {
    const { tree, repository, addBlob } = await setUp()
    const [again, unused] = [await addBlob(repository, 'written again'), await addBlob(repository, 'unused')]
    for (const digest of [again, unused]) await makeOld(tree, repository, digest)
    const report = (line: string) => {
      if (line !== `blob eligible for deletion: ${again}`) return
      writeFileSync(tree.paths.blobData(again), 'written again')
      // The kernel's own clock may be some milliseconds behind.
      utimesSync(tree.paths.blobData(again), new Date(), new Date())
    }
    const found = await collectGarbage(tree.root, { dryRun: false, deleteUntagged: false, grace: 0, report })
    expect(found).toMatchObject({ blobs: 1, bytes: 6 })
    expect([await exists(tree, again), await exists(tree, unused)]).toEqual([true, false])
    expect(await tree.metadata.findBlob(repository, again)).toMatchObject({ size: 13 })
  })

  it('takes back what an interrupted run left aside', async () => {
    const { tree, repository, pushImage, collect } = await setUp()
    const { config } = await pushImage(repository, 'used', ['v1'])
    await new GarbageBin(tree.paths).setAside(config)
    await collect()
    expect(await exists(tree, config)).toBe(true)
  })

  it.each([
    ['while a server is at work', undefined],
    ['without any grace', 0],
  ])('loses nothing that a push was told is there, however pushes and collections meet, %s', async (_, grace) => {
    const { tree, metadata, repository, pushImage, collect } = await setUp()
    await using _server = await announceServer(tree.root)
    await pushImage(repository, 'first of all', ['first'])
    const over = new AbortController()
    const collecting = (async () => {
      while (!over.signal.aborted) await collect({ deleteUntagged: true, ...(grace === undefined ? {} : { grace }) })
    })()
    const pushed: Digest[] = []
    let refused = 0
    const push = async (letter: string, number: number) => {
      try {
        pushed.push((await pushImage(repository, `${letter} ${number}`, [`${letter}${number}`])).digest)
      } catch {
        refused++
      }
    }
    // Without any grace, a busy machine may have each of some pushes refused.
    for (let round = 0; round < 15 || (pushed.length === 0 && round < 500); round++)
      await Promise.all([push('a', round % 4), push('b', round % 4)])
    over.abort()
    await collecting
    for (const digest of pushed) {
      const found = await metadata.findManifest(repository, { digest })
      const body = found && (await metadata.manifestBody(found))
      expect(body).toBeDefined()
      const { config } = JSON.parse(body?.toString() ?? '{}') as { config: { digest: Digest } }
      expect(await metadata.findBlob(repository, config.digest)).toBeDefined()
    }
    if (grace === undefined) expect(refused).toBe(0)
    expect(pushed.length).toBeGreaterThan(0)
  })

  it('ends before it deletes anything where the repositories are gone, or a part of them', async () => {
    const { tree, repository, pushImage, collect } = await setUp()
    const { config } = await pushImage(repository, 'kept', ['v1'])
    await rename(tree.paths.repositories, `${tree.paths.repositories}.away`)
    await expect(collect()).rejects.toThrow(`${tree.paths.repositories}: path not found`)
    await rename(`${tree.paths.repositories}.away`, tree.paths.repositories)
    const folder = tree.paths.repository(repository)
    await rename(folder, `${tree.root}/elsewhere`)
    await symlink(`${tree.root}/not-mounted`, folder)
    await expect(collect()).rejects.toThrow(`${folder} is no folder`)
    expect(await exists(tree, config)).toBe(true)
  })

  it.each(['Kept', 'kept.BAK', 'kept~', '.kept'])(
    'ends before it deletes anything where a repository is put aside as %s',
    async (name) => {
      const { tree, repository, other, pushImage, addBlob, collect } = await setUp()
      const { config } = await pushImage(repository, 'kept', ['v1'])
      const unused = await addBlob(other, 'unused')
      const aside = join(dirname(tree.paths.repository(repository)), name)
      await rename(tree.paths.repository(repository), aside)
      for (const options of [{}, { deleteUntagged: true }, { dryRun: true }])
        await expect(collect(options)).rejects.toThrow(`${aside} has a name that no repository has: nothing is deleted`)
      for (const blob of [config, unused]) expect(await exists(tree, blob)).toBe(true)
    },
  )

  it('ends before it deletes anything where there are blobs and no repository, unless it is told to go on', async () => {
    const { tree, repository, pushImage, collect } = await setUp()
    const { config } = await pushImage(repository, 'kept', ['v1'])
    await rm(join(tree.paths.repositories, repository.split('/')[0] ?? ''), { recursive: true })
    for (const options of [{}, { dryRun: true }, { deleteUntagged: true }])
      await expect(collect(options)).rejects.toThrow(`${tree.paths.repositories} holds no repository`)
    expect(await exists(tree, config)).toBe(true)
    expect(await collect({ withoutRepositories: true })).toMatchObject({ blobs: 2, marked: 0 })
    expect(await exists(tree, config)).toBe(false)
    // A tree that holds nothing has nothing to lose.
    expect(await collect()).toMatchObject({ blobs: 0 })
  })

  it('goes by the clock of the file system: a server is at work whatever its own clock says', async () => {
    const { repository, tree, addBlob, collect } = await setUp()
    await using _ = await announceServer(tree.root)
    const blob = await addBlob(repository, 'fresh')
    for (const hours of [-3, 3]) {
      const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + hours * 3_600_000)
      expect(await collect()).toMatchObject({ blobs: 0, young: 1 })
      clock.mockRestore()
    }
    expect(await exists(tree, blob)).toBe(true)
  })

  it('gives back a blob that a push has replaced by bytes that it had sent before', async () => {
    const { tree, repository, addBlob } = await setUp()
    const blob = await addBlob(repository, 'sent before')
    const sent = join(tree.root, 'sent')
    await writeFile(sent, 'sent before')
    await makeOld(tree, repository, blob)
    await utimes(sent, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000))
    const report = (line: string) => {
      if (line === `blob eligible for deletion: ${blob}`) renameSync(sent, tree.paths.blobData(blob))
    }
    expect(await collectGarbage(tree.root, { dryRun: false, deleteUntagged: false, grace: 0, report })).toMatchObject({
      blobs: 0,
    })
    expect(await exists(tree, blob)).toBe(true)
  })

  it('follows a repository that is a link, and none that leads back', async () => {
    const { tree, metadata, repository, pushImage, collect } = await setUp()
    const { config } = await pushImage(repository, 'kept', ['v1'])
    const folder = tree.paths.repository(repository)
    await rename(folder, `${tree.root}/elsewhere`)
    await symlink(`${tree.root}/elsewhere`, folder)
    await symlink(tree.paths.repositories, join(tree.paths.repositories, 'dev/loop'))
    await symlink('.', join(tree.paths.repositories, 'dev/itself'))
    expect(await metadata.listRepositories({ limit: 10 })).toEqual([repository])
    expect(await collect({ deleteUntagged: true })).toMatchObject({ blobs: 0, manifests: 0 })
    expect(await exists(tree, config)).toBe(true)
  })

  describe.each([
    [
      'the link of a revision',
      (paths: LayoutPaths, name: RepositoryName, digest: Digest) => join(paths.revision(name, digest), 'link'),
    ],
    [
      'the content of a manifest',
      (paths: LayoutPaths, _name: RepositoryName, digest: Digest) => paths.blobData(digest),
    ],
    [
      'the link of a tag',
      (paths: LayoutPaths, name: RepositoryName) => join(paths.tagCurrent(name, parseTag('v1')), 'link'),
    ],
  ])('where a crash has emptied %s', (_, fileOf) => {
    it.each([false, true])(
      'deletes nothing that it may have led to (untagged ones too: %s)',
      async (deleteUntagged) => {
        const { tree, metadata, repository, other, pushImage, addBlob, collect } = await setUp()
        const image = await pushImage(repository, 'kept', ['v1'])
        const unused = await addBlob(other, 'unused')
        await writeFile(fileOf(tree.paths, repository, image.digest), '')
        expect(await collect({ deleteUntagged })).toMatchObject({ blobs: 1, manifests: 0 })
        expect(await exists(tree, image.config)).toBe(true)
        expect(await exists(tree, unused)).toBe(false)
        // The same push mends it.
        await pushImage(repository, 'kept', ['v1'])
        const found = await metadata.findManifest(repository, { tag: parseTag('v1') })
        expect(found && (await metadata.manifestBody(found))?.equals(image.bytes)).toBe(true)
      },
    )
  })

  describe.each<[string, (path: string) => unknown]>([
    ['a file', (path) => writeFile(path, 'odd')],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to nothing', (path) => symlink('/not/mounted', path)],
    ['a link to itself', (path) => symlink(path, path)],
  ])('where %s is', (_, put) => {
    const putInPlace = async (path: string) => {
      await rename(path, join(base, randomUUID()))
      await put(path)
    }

    it.each<[string, (paths: LayoutPaths, name: RepositoryName) => string]>([
      ['a repository', (paths, name) => paths.repository(name)],
      ['what lies above repositories', (paths, name) => dirname(paths.repository(name))],
      ['its manifests', (paths, name) => paths.manifests(name)],
      ['its revisions', (paths, name) => paths.revisions(name)],
      ['its revisions of an algorithm', (paths, name) => join(paths.revisions(name), 'sha256')],
      ['its tags', (paths, name) => paths.tags(name)],
      ['its layers', (paths, name) => paths.layers(name)],
      ['its layers of an algorithm', (paths, name) => join(paths.layers(name), 'sha256')],
    ])('in the place of %s, ends before it deletes anything', async (__, placeOf) => {
      const { tree, repository, other, pushImage, addBlob, collect } = await setUp()
      const { digest, config } = await pushImage(repository, 'kept', ['v1'])
      const unused = await addBlob(other, 'unused')
      const place = placeOf(tree.paths, repository)
      await putInPlace(place)
      for (const options of [{}, { deleteUntagged: true }, { withoutRepositories: true }, { dryRun: true }])
        await expect(collect(options)).rejects.toThrow(`${place} is no folder`)
      for (const blob of [digest, config, unused]) expect(await exists(tree, blob)).toBe(true)
    })

    it.each<[string, (paths: LayoutPaths, name: RepositoryName, digest: Digest) => string]>([
      ['a revision', (paths, name, digest) => paths.revision(name, digest)],
      ['the link of a revision', (paths, name, digest) => join(paths.revision(name, digest), 'link')],
      ['the content of a manifest', (paths, _name, digest) => paths.blobData(digest)],
      ['a tag', (paths, name) => paths.tag(name, parseTag('v1'))],
      ['what a tag names', (paths, name) => paths.tagCurrent(name, parseTag('v1'))],
      ['the link of a tag', (paths, name) => join(paths.tagCurrent(name, parseTag('v1')), 'link')],
    ])('in the place of %s, keeps what it may have led to', async (__, placeOf) => {
      const { tree, repository, other, pushImage, addBlob, collect } = await setUp()
      const { digest, config } = await pushImage(repository, 'kept', ['v1'])
      const unused = await addBlob(other, 'unused')
      await putInPlace(placeOf(tree.paths, repository, digest))
      for (const deleteUntagged of [false, true]) await collect({ deleteUntagged })
      expect(await exists(tree, config)).toBe(true)
      expect(await exists(tree, unused)).toBe(false)
    })
  })

  it('lets notes of an operator and of a file server lie between the repositories', async () => {
    const { tree, repository, pushImage, collect } = await setUp()
    const { config } = await pushImage(repository, 'kept', ['v1'])
    for (const name of ['README', '.nfs0001', 'lost+found', 'dev/.DS_Store'])
      await writeFile(join(tree.paths.repositories, name), '')
    expect(await collect()).toMatchObject({ blobs: 0 })
    expect(await exists(tree, config)).toBe(true)
  })

  it('keeps all blobs of a repository whose tag names a manifest that it does not list any more', async () => {
    const { tree, repository, pushImage, collect } = await setUp()
    const image = await pushImage(repository, 'kept', ['v1'])
    await rm(join(tree.paths.manifests(repository), 'revisions'), { recursive: true })
    expect(await collect()).toMatchObject({ blobs: 0 })
    expect([await exists(tree, image.config), await exists(tree, image.digest)]).toEqual([true, true])
  })

  it('refuses to run twice on one tree', async () => {
    const { tree, collect } = await setUp()
    await using _ = await announcePresence(join(tree.root, 'berth/collecting'))
    await expect(collect()).rejects.toThrow('the tree is being collected already')
  })
})
