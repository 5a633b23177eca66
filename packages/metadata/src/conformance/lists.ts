import { type Digest, MAX_MANIFEST_SIZE, mediaTypes, parseRepositoryName } from '@berth/oci'
import { expect, it } from 'vitest'
import { type MetadataUnderTest, descriptor, fill, imageOf, platform } from '../testing/fill.js'

/** What it has to show of lists. */
export function describeLists(open: () => Promise<MetadataUnderTest>): void {
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
}
