import { digestOf, mediaTypes } from '@berth/oci'
import { makeImage } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { startTestRegistry } from '../../testing/test-registry.js'

const registry = await startTestRegistry()
const client = registry.client()
afterAll(() => registry[Symbol.asyncDispose]())

describe('lists', () => {
  it('come page by page, each linking to the next', async () => {
    const image = makeImage()
    for (const tag of ['a', 'b', 'c']) await client.pushImage('dev/paged', tag, image)
    const first = await client.expect(200, 'GET', 'dev/paged/tags/list?n=2')
    expect(await first.json()).toEqual({ name: 'dev/paged', tags: ['a', 'b'] })
    expect(first.headers.get('link')).toBe('</v2/dev/paged/tags/list?n=2&last=b>; rel="next"')
    const more = await client.expect(200, 'GET', `dev/paged/tags/list?n=2&${'x=y&'.repeat(2000)}`)
    expect(more.headers.get('link')).toBe(first.headers.get('link'))
    const last = await client.expect(200, 'GET', 'dev/paged/tags/list?n=2&last=b')
    expect(await last.json()).toEqual({ name: 'dev/paged', tags: ['c'] })
    expect(last.headers.get('link')).toBeNull()
  })

  it('of referrers are filtered by type and paged', async () => {
    const subject = await client.pushImage('dev/subject', 'v1')
    const empty = await client.pushBlob('dev/subject', Buffer.from('{}'))
    const attach = async (artifactType: string) => {
      const manifest = {
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        artifactType,
        config: { mediaType: mediaTypes.ociEmpty, digest: empty, size: 2 },
        layers: [],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.manifest.length },
        annotations: { kind: artifactType },
      }
      const bytes = Buffer.from(JSON.stringify(manifest))
      const pushed = await client.pushManifest('dev/subject', digestOf(bytes), bytes, mediaTypes.ociManifest)
      expect(pushed.headers.get('oci-subject')).toBe(subject.digest)
    }
    for (const type of ['test/a', 'test/b', 'test/c']) await attach(type)
    const path = `dev/subject/referrers/${subject.digest}`
    const filtered = await client.expect(200, 'GET', `${path}?artifactType=test/b`)
    expect(filtered.headers.get('oci-filters-applied')).toBe('artifactType')
    expect(filtered.headers.get('content-type')).toBe(mediaTypes.ociIndex)
    expect(await filtered.json()).toMatchObject({
      schemaVersion: 2,
      mediaType: mediaTypes.ociIndex,
      manifests: [{ artifactType: 'test/b', annotations: { kind: 'test/b' }, mediaType: mediaTypes.ociManifest }],
    })
    const seen: string[] = []
    let next: string | undefined = `${path}?n=2`
    while (next !== undefined) {
      const page = await client.expect(200, 'GET', next)
      const { manifests }: { manifests: { artifactType: string }[] } = JSON.parse(await page.text())
      seen.push(...manifests.map((manifest) => manifest.artifactType))
      next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(seen.sort()).toEqual(['test/a', 'test/b', 'test/c'])
  })
})

describe('referrers', () => {
  it('are listed whole, and page by page for who asks for pages', async () => {
    const image = await client.pushImage('dev/signed', 'v1')
    const config = {
      mediaType: mediaTypes.ociEmpty,
      digest: await client.pushBlob('dev/signed', Buffer.from('{}')),
      size: 2,
    }
    const subject = { mediaType: image.mediaType, digest: image.digest, size: image.manifest.length }
    const attached = Array.from({ length: 130 }, (_, number) => {
      const annotations = { number: String(number) }
      return Buffer.from(
        JSON.stringify({ schemaVersion: 2, artifactType: 'a/b', config, layers: [], subject, annotations }),
      )
    })
    for (const manifest of attached)
      await client.pushManifest('dev/signed', digestOf(manifest), manifest, mediaTypes.ociManifest)
    const list = async (url: string) => {
      const response = await client.expect(200, 'GET', url)
      const { manifests } = (await response.json()) as { manifests: { digest: string }[] }
      const [, next] = /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? []
      return { digests: manifests.map(({ digest }) => digest), next }
    }
    const sorted = attached.map((manifest) => digestOf(manifest)).toSorted()
    expect(await list(`dev/signed/referrers/${image.digest}`)).toEqual({ digests: sorted, next: undefined })
    const paged: string[] = []
    for (let url: string | undefined = `dev/signed/referrers/${image.digest}?n=60&artifactType=a/b`; url;) {
      const { digests, next }: Awaited<ReturnType<typeof list>> = await list(url)
      expect(digests.length).toBeLessThanOrEqual(60)
      paged.push(...digests)
      url = next
    }
    expect(paged).toEqual(sorted)
  })
})
