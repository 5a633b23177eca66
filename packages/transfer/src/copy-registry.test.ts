import { digestOf, documentsAtWork, mediaTypes, parseRepositoryName, parseTag } from '@berth/oci'
import { expect, it } from 'vitest'
import { copyRegistry } from './copy-registry.js'
import type { ImageSource, ImageTarget } from './image-ends.js'

const name = parseRepositoryName('dev/large')
const blob = Buffer.from('{}')
const bytes = Buffer.from(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: { mediaType: mediaTypes.ociConfig, digest: digestOf(blob), size: blob.length },
    layers: [],
    annotations: { a: 'x'.repeat(3_000_000) },
  }),
)
const digest = digestOf(bytes)
const ALL = 12 * 1024 * 1024

/** Whether somebody holds a part of the room for large documents. */
const isRoomTaken = () =>
  documentsAtWork.take(ALL, undefined, false).then(
    (place) => {
      place[Symbol.dispose]()
      return false
    },
    () => true,
  )

it('holds room for a large manifest while it is taken, and none while its blobs are copied', async () => {
  const held: Record<string, boolean> = {}
  const source: Partial<ImageSource> = {
    repositories: async function* () {
      yield name
    },
    manifests: async function* () {
      yield digest
    },
    tags: async function* () {
      yield parseTag('v1')
    },
    findManifest: async () => digest,
    manifest: async () => ({ digest, mediaType: mediaTypes.ociManifest, bytes }),
    findBlob: async () => blob.length,
  }
  const target: Partial<ImageTarget> = {
    findManifest: async () => undefined,
    findBlob: async () => undefined,
    takeBlob: async () => {
      held['blob'] = await isRoomTaken()
      return 'copied'
    },
    takeManifest: async (_name, _manifest, parsed, [tag]) => {
      expect(parsed.annotations?.['a']).toHaveLength(3_000_000)
      held[tag ?? 'manifest'] = await isRoomTaken()
    },
  }
  const counts = await copyRegistry(source as ImageSource, target as ImageTarget, {
    rename: (one) => one,
    mayLink: false,
    stop: new AbortController().signal,
    progress: () => {},
    warn: (message) => expect.fail(message),
  })
  expect(counts).toMatchObject({ manifests: 1, tags: 1, copiedBlobs: 1 })
  expect(held).toEqual({ blob: false, manifest: true, v1: true })
  expect(await isRoomTaken()).toBe(false)
})

it('brings the rest where the name of a repository would be none in the target', async () => {
  const names = ['short', 'x'.repeat(250)].map(parseRepositoryName)
  const source: Partial<ImageSource> = {
    repositories: async function* () {
      yield* names.toReversed()
    },
    manifests: async function* () {},
    tags: async function* () {},
  }
  const warnings: string[] = []
  const counts = await copyRegistry(source as ImageSource, {} as ImageTarget, {
    rename: (one) => parseRepositoryName(`project/${one}`),
    mayLink: false,
    stop: new AbortController().signal,
    progress: () => {},
    warn: (message) => void warnings.push(message),
  })
  expect(counts.repositories).toBe(1)
  expect(warnings).toEqual([expect.stringMatching(/^x{250} is left out: /)])
})
