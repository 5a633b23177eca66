import { type Digest, digestOf, mediaTypes, parseManifest, parseTag } from '@berth/oci'
import { expect, it } from 'vitest'
import { type MetadataUnderTest, fill, imageOf, platform } from '../testing/fill.js'

/** What it has to show of manifests and tags. */
export function describeManifests(open: () => Promise<MetadataUnderTest>): void {
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

  it('keeps when a tag was pushed elsewhere, and takes now for all else', async () => {
    const { metadata, repository, pushImage } = fill(await open())
    const { digest, bytes } = await pushImage(repository, 'aged', ['now'])
    const [pushedAt, tag] = [new Date('2020-02-03T04:05:06Z'), parseTag('old')]
    const manifest = parseManifest(bytes, mediaTypes.ociManifest)
    const push = { repository, digest, bytes, manifest, pushedBy: platform, allowMissingChildren: false }
    await metadata.pushManifest({ ...push, tags: [tag], pushedAt })
    expect(await metadata.findPushTime(repository, tag)).toEqual(pushedAt)
    const now = await metadata.findPushTime(repository, parseTag('now'))
    expect(Math.abs(Date.now() - (now?.getTime() ?? 0))).toBeLessThan(60_000)
    expect(await metadata.findPushTime(repository, parseTag('none'))).toBeUndefined()
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
}
