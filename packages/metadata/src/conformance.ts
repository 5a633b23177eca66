import {
  type Digest,
  digestOf,
  MAX_MANIFEST_SIZE,
  mediaTypes,
  parseManifest,
  parseRepositoryName,
  parseTag,
} from '@berth/oci'
import { describe, expect, it } from 'vitest'
import { descriptor, fill, imageOf, indexOf, type MetadataUnderTest, platform } from './testing/fill.js'

/** What every adapter of the registry's metadata has to show. `open` gives a fresh, empty one. */
export function describeRegistryMetadata(name: string, open: () => Promise<MetadataUnderTest>): void {
  describe(name, () => {
    it('admits uploads to repositories that are there, and to new ones', async () => {
      const { metadata, repository, other, addBlob } = fill(await open())
      await metadata.admitUpload(repository)
      await addBlob(repository, 'layer')
      await metadata.admitUpload(repository)
      await metadata.admitUpload(other)
    })

    it('shows a blob to the repositories that link it', async () => {
      const { metadata, repository, other, addBlob } = fill(await open())
      const blob = await addBlob(repository, 'layer')
      const found = await metadata.findBlob(repository, blob)
      expect(found?.size).toBe(5)
      expect(Math.abs(Date.now() - (found?.linkedAt.getTime() ?? 0))).toBeLessThan(60_000)
      expect(await metadata.findBlob(other, blob)).toBeUndefined()
      expect(await metadata.mountBlob(other, blob, { from: [], fromPublic: false })).toBe(false)
      expect(await metadata.mountBlob(other, blob, { from: [other], fromPublic: false })).toBe(false)
      expect(await metadata.mountBlob(other, blob, { from: [repository], fromPublic: false })).toBe(true)
      expect((await metadata.findBlob(other, blob))?.size).toBe(5)
    })

    it('keeps nothing of an upload whose bytes cannot be stored', async () => {
      const { metadata, repository } = fill(await open())
      const blob = digestOf(Buffer.from('lost'))
      const failing = () => Promise.reject(new Error('no space'))
      await expect(metadata.commitUpload({ repository, digest: blob, size: 4 }, failing)).rejects.toThrow('no space')
      expect(await metadata.findBlob(repository, blob)).toBeUndefined()
    })

    it('gives manifests back as they came, by digest and by tag', async () => {
      const { metadata, repository, other, pushImage } = fill(await open())
      const { digest, bytes } = await pushImage(repository, 'one', ['v1', 'latest'])
      for (const reference of [{ digest }, { tag: parseTag('v1') }, { tag: parseTag('latest') }]) {
        const found = await metadata.findManifest(repository, reference)
        expect(found).toMatchObject({ digest, mediaType: mediaTypes.ociManifest, size: bytes.byteLength })
        expect(found && (await metadata.manifestBody(found))?.equals(bytes)).toBe(true)
      }
      expect(await metadata.findManifest(other, { digest })).toBeUndefined()
      expect(await metadata.findManifest(repository, { tag: parseTag('v2') })).toBeUndefined()
    })

    it('keeps the media type that a manifest was pushed with', async () => {
      const { metadata, repository, push } = fill(await open())
      const bytes = Buffer.from('{"mediaType":"application/vnd.example.thing+json"}')
      const digest = await push(repository, bytes, ['odd'], 'application/vnd.example.thing+json')
      const found = await metadata.findManifest(repository, { digest })
      expect(found?.mediaType).toBe('application/vnd.example.thing+json')
    })

    it('stores manifests under sha512 digests', async () => {
      const { metadata, repository, addBlob, push } = fill(await open())
      const bytes = Buffer.from(JSON.stringify(imageOf(await addBlob(repository, '{}'), 2)))
      const digest = digestOf(bytes, 'sha512')
      await push(repository, bytes, ['strong'], mediaTypes.ociManifest, digest)
      expect((await metadata.findManifest(repository, { tag: parseTag('strong') }))?.digest).toBe(digest)
    })

    it('refuses a manifest that says another size of a blob than it has, and stores nothing', async () => {
      const { metadata, repository, addBlob, push } = fill(await open())
      const config = await addBlob(repository, '{}')
      const bytes = Buffer.from(JSON.stringify(imageOf(config, 3)))
      await expect(push(repository, bytes, ['v1'])).rejects.toMatchObject({ code: 'MANIFEST_INVALID' })
      expect(await metadata.listManifests(repository, { limit: 10 })).toEqual([])
    })

    it('moves tags, and keeps what they named', async () => {
      const { metadata, repository, pushImage } = fill(await open())
      const first = await pushImage(repository, 'one', ['latest'])
      const second = await pushImage(repository, 'two', ['latest'])
      const tag = parseTag('latest')
      expect((await metadata.findManifest(repository, { tag }))?.digest).toBe(second.digest)
      expect((await metadata.findManifest(repository, { digest: first.digest }))?.digest).toBe(first.digest)
    })

    it('moves a tag only where what it names may be replaced', async () => {
      const { metadata, repository, pushImage } = fill(await open())
      const [first, second] = [await pushImage(repository, 'one', ['v1']), await pushImage(repository, 'two', [])]
      const manifest = parseManifest(second.bytes, mediaTypes.ociManifest)
      const seen: (Digest | undefined)[] = []
      const move = (tag: string, wanted: Digest | undefined) =>
        metadata.pushManifest({
          repository,
          digest: second.digest,
          bytes: second.bytes,
          manifest,
          tags: [parseTag(tag)],
          pushedBy: platform,
          allowMissingChildren: false,
          mayReplace: (named) => {
            seen.push(named)
            return named === wanted
          },
        })
      await expect(move('v1', second.digest)).rejects.toMatchObject({ code: 'PRECONDITION' })
      await expect(move('v1', undefined)).rejects.toMatchObject({ code: 'PRECONDITION' })
      await expect(move('v2', first.digest)).rejects.toMatchObject({ code: 'PRECONDITION' })
      expect(await metadata.listTags(repository, { limit: 10 })).toEqual(['v1'])
      expect((await metadata.findManifest(repository, { tag: parseTag('v1') }))?.digest).toBe(first.digest)
      await move('v1', first.digest)
      await move('v2', undefined)
      expect((await metadata.findManifest(repository, { tag: parseTag('v1') }))?.digest).toBe(second.digest)
      expect(seen).toEqual([first.digest, first.digest, undefined, first.digest, undefined])
    })

    it('refuses a manifest whose blobs or children the repository does not hold, naming them', async () => {
      const { metadata, repository, other, addBlob, push } = fill(await open())
      const elsewhere = await addBlob(other, 'elsewhere')
      const missing = Buffer.from(JSON.stringify(imageOf(elsewhere, 9)))
      await expect(push(repository, missing, [])).rejects.toMatchObject({
        code: 'MANIFEST_BLOB_UNKNOWN',
        detail: [{ digest: elsewhere }],
      })
      expect(await metadata.findManifest(repository, { digest: digestOf(missing) })).toBeUndefined()
      const index = Buffer.from(JSON.stringify(indexOf([digestOf(missing)])))
      await expect(push(repository, index, [], mediaTypes.ociIndex)).rejects.toMatchObject({
        code: 'MANIFEST_BLOB_UNKNOWN',
      })
      await push(repository, index, [], mediaTypes.ociIndex, digestOf(index), true)
      expect(await metadata.findManifest(repository, { digest: digestOf(index) })).toBeDefined()
    })

    it('names some of what is missing where a manifest names very much of it', async () => {
      const { metadata, repository, push, addBlob } = fill(await open())
      await addBlob(repository, 'there')
      const digests = Array.from({ length: 1_000 }, (_, at) => digestOf(Buffer.from(`missing ${at}`)))
      const index = Buffer.from(JSON.stringify(indexOf(digests)))
      const refused = push(repository, index, [], mediaTypes.ociIndex)
      await expect(refused).rejects.toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
      await expect(refused).rejects.toThrow(/and 900 more$/)
      expect(await metadata.findManifest(repository, { digest: digestOf(index) })).toBeUndefined()
    })

    it('accepts a manifest whose layers stay with the client', async () => {
      const { metadata, repository, addBlob, push } = fill(await open())
      const config = await addBlob(repository, '{}')
      const foreign = {
        mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar',
        digest: digestOf(Buffer.from('foreign')),
        size: 7,
      }
      const bytes = Buffer.from(JSON.stringify({ ...imageOf(config, 2), layers: [foreign] }))
      await push(repository, bytes, [])
      expect(await metadata.findManifest(repository, { digest: digestOf(bytes) })).toBeDefined()
    })

    it('deletes a tag and leaves its manifest and other tags', async () => {
      const { metadata, repository, pushImage } = fill(await open())
      const { digest } = await pushImage(repository, 'one', ['a', 'b'])
      expect(await metadata.deleteTag(repository, parseTag('a'), platform)).toBe(true)
      expect(await metadata.deleteTag(repository, parseTag('a'), platform)).toBe(false)
      expect(await metadata.findManifest(repository, { tag: parseTag('a') })).toBeUndefined()
      expect((await metadata.findManifest(repository, { tag: parseTag('b') }))?.digest).toBe(digest)
      expect(await metadata.listTags(repository, { limit: 10 })).toEqual(['b'])
    })

    it('deletes a manifest with its tags, and takes it again', async () => {
      const { metadata, repository, pushImage, push } = fill(await open())
      const { digest, bytes } = await pushImage(repository, 'one', ['a', 'b'])
      await pushImage(repository, 'two', ['c'])
      expect(await metadata.deleteManifest(repository, digest, platform)).toBe(true)
      expect(await metadata.deleteManifest(repository, digest, platform)).toBe(false)
      expect(await metadata.findManifest(repository, { digest })).toBeUndefined()
      expect(await metadata.listTags(repository, { limit: 10 })).toEqual(['c'])
      await push(repository, bytes, ['a'])
      expect((await metadata.findManifest(repository, { tag: parseTag('a') }))?.digest).toBe(digest)
    })

    it('unlinks a blob only where no manifest needs it', async () => {
      const { metadata, repository, addBlob, pushImage } = fill(await open())
      const { config } = await pushImage(repository, 'used', [])
      const unused = await addBlob(repository, 'unused')
      await expect(metadata.unlinkBlob(repository, config)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
      expect(await metadata.unlinkBlob(repository, unused)).toBe(true)
      expect(await metadata.unlinkBlob(repository, unused)).toBe(false)
      expect(await metadata.findBlob(repository, unused)).toBeUndefined()
    })

    it('lists tags in byte order, page by page', async () => {
      const { metadata, repository, other, pushImage } = fill(await open())
      await pushImage(repository, 'one', ['b', 'a', 'B', 'a.1', '_x', '10', '9'])
      const all = ['10', '9', 'B', '_x', 'a', 'a.1', 'b']
      expect(await metadata.listTags(repository, { limit: 100 })).toEqual(all)
      expect(await metadata.listTags(repository, { limit: 2, last: '9' })).toEqual(['B', '_x'])
      expect(await metadata.listTags(repository, { limit: 5, last: 'a0' })).toEqual(['b'])
      await expect(metadata.listTags(other, { limit: 5 })).rejects.toMatchObject({ code: 'NAME_UNKNOWN' })
    })

    it('lists repositories that hold a manifest in byte order, page by page', async () => {
      const { metadata, project, pushImage, addBlob } = fill(await open())
      const names = ['a', 'a-b', 'a.c/d', 'a/b', 'a/b/c', 'a0', 'b'].map((one) =>
        parseRepositoryName(`${project}/${one}`),
      )
      for (const one of names.toReversed()) await pushImage(one, 'x', [])
      await addBlob(parseRepositoryName(`${project}/empty`), 'only a blob')
      expect(await metadata.listRepositories({ limit: 100 })).toEqual(names)
      for (const [index, last] of names.entries())
        expect(await metadata.listRepositories({ limit: 2, last })).toEqual(names.slice(index + 1, index + 3))
    })

    it('lists manifests by digest, tagged or not', async () => {
      const { metadata, repository, other, pushImage } = fill(await open())
      const pushed = [await pushImage(repository, 'one', ['a']), await pushImage(repository, 'two', [])]
      const digests = pushed.map(({ digest }) => digest).sort()
      expect(await metadata.listManifests(repository, { limit: 10 })).toEqual(digests)
      const [first = ''] = digests
      expect(await metadata.listManifests(repository, { limit: 1, last: first })).toEqual(digests.slice(1))
      expect(await metadata.listManifests(other, { limit: 10 })).toEqual([])
    })

    it('takes any text for the place to go on from, or for a type to look for', async () => {
      const { metadata, repository, pushImage } = fill(await open())
      const { digest } = await pushImage(repository, 'one', ['v1'])
      for (const text of ['\0', 'a\0b', '\ud800', '\uffff', "'--", '%']) {
        const page = { limit: 10, last: text }
        expect(Array.isArray(await metadata.listTags(repository, page))).toBe(true)
        expect(Array.isArray(await metadata.listRepositories(page))).toBe(true)
        const filtered = { ...page, artifactType: text }
        expect(await metadata.listReferrers(repository, digest, filtered)).toMatchObject({ descriptors: '[]' })
      }
    })

    it('finds referrers, whether their subject comes sooner or later, until they are deleted', async () => {
      const { metadata, repository, other, addBlob, pushImage, push } = fill(await open())
      const config = await addBlob(repository, '{}')
      const { digest: subject, bytes: subjectBytes } = await pushImage(repository, 'subject', [])
      await metadata.deleteManifest(repository, subject, platform)
      const attach = (artifactType: string) => {
        const annotations = { 'org.example.kind': artifactType }
        const manifest = { ...imageOf(config, 2), artifactType, annotations, subject: descriptor(subject) }
        return push(repository, Buffer.from(JSON.stringify(manifest)), [])
      }
      const types = ['application/a', 'application/b', 'application/a2']
      const attached = await Promise.all(types.map(attach))
      await push(repository, subjectBytes, ['v1'])
      const list = async (page: { limit: number; last?: string; artifactType?: string }, of = repository) => {
        const { descriptors, next } = await metadata.listReferrers(of, subject, page)
        const referrers: { digest: Digest }[] = JSON.parse(descriptors)
        return { referrers, next }
      }
      const all = await list({ limit: 10 })
      expect(all.referrers.map(({ digest }) => digest)).toEqual([...attached].sort())
      expect(all.next).toBeUndefined()
      const only = await list({ limit: 10, artifactType: 'application/b' })
      expect(only.referrers).toMatchObject([
        {
          mediaType: mediaTypes.ociManifest,
          artifactType: 'application/b',
          annotations: { 'org.example.kind': 'application/b' },
        },
      ])
      const page = await list({ limit: 2 })
      expect(page.next).toBe(page.referrers.at(-1)?.digest)
      const rest = await list({ limit: 1, last: page.next ?? '' })
      expect(rest.next).toBeUndefined()
      expect([...page.referrers, ...rest.referrers]).toEqual(all.referrers)
      expect(await list({ limit: 0 })).toEqual({ referrers: [], next: undefined })
      const [one] = attached
      if (one !== undefined) await metadata.deleteManifest(repository, one, platform)
      expect((await list({ limit: 10 })).referrers).toHaveLength(2)
      expect((await list({ limit: 10 }, other)).referrers).toEqual([])
    })

    it('lists as many referrers as a manifest has room for, and loses none between two pages', async () => {
      const { metadata, repository, addBlob, pushImage, push } = fill(await open())
      const config = await addBlob(repository, '{}')
      const { digest: subject } = await pushImage(repository, 'subject', [])
      const attached: Digest[] = []
      for (let number = 0; number < 130; number += 1) {
        const annotations = { number: String(number), 'org.example.text': 'ä"'.repeat(number % 20 ? 8 : 250_000) }
        const manifest = { ...imageOf(config, 2), annotations, subject: descriptor(subject) }
        attached.push(await push(repository, Buffer.from(JSON.stringify(manifest)), []))
      }
      const listed: Digest[] = []
      let pages = 0
      for (let last: string | undefined = ''; last !== undefined; pages += 1) {
        const page = await metadata.listReferrers(repository, subject, { limit: 1000, last })
        expect(Buffer.byteLength(page.descriptors)).toBeLessThan(MAX_MANIFEST_SIZE)
        const referrers: { digest: Digest }[] = JSON.parse(page.descriptors)
        listed.push(...referrers.map(({ digest }) => digest))
        last = page.next
      }
      expect(listed).toEqual(attached.toSorted())
      expect(pages).toBe(2)
    })

    it('takes pushes of one repository at the same time', async () => {
      const { metadata, repository, pushImage } = fill(await open())
      const pushes = Array.from({ length: 12 }, (_, index) =>
        pushImage(repository, `image ${index}`, ['latest', `v${index}`]),
      )
      const pushed = await Promise.all(pushes)
      expect(await metadata.listTags(repository, { limit: 100 })).toHaveLength(13)
      const latest = await metadata.findManifest(repository, { tag: parseTag('latest') })
      expect(pushed.map(({ digest }) => digest)).toContain(latest?.digest)
    })
  })
}
