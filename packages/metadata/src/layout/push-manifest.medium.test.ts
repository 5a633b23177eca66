import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf, mediaTypes, parseManifest, parseTag } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { fill, imageOf, platform } from '../testing/fill.js'
import { openTree } from '../testing/tree-under-test.js'

const base = await mkdtemp(join(tmpdir(), 'berth-push-'))
afterAll(() => rm(base, { recursive: true }))

it('is refused where a collection takes a blob after the push has found it, and its tags name what they named', async () => {
  const tree = await openTree(base)
  const { metadata, repository, addBlob, pushImage } = fill(tree)
  const old = await pushImage(repository, 'old', ['v1'])
  const config = await addBlob(repository, 'taken')
  const bytes = Buffer.from(JSON.stringify(imageOf(config, 5)))
  const [v1, v2] = [parseTag('v1'), parseTag('v2')]
  // The blobs have been found when the push comes to its tags.
  const tags = Object.assign([v1, v2], {
    *[Symbol.iterator]() {
      rmSync(tree.paths.blobData(config), { force: true })
      yield* [v1, v2].values()
    },
  })
  const push = metadata.pushManifest({
    repository,
    digest: digestOf(bytes),
    bytes,
    manifest: parseManifest(bytes, mediaTypes.ociManifest),
    tags,
    pushedBy: platform,
    allowMissingChildren: false,
  })
  await expect(push).rejects.toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
  expect((await metadata.findManifest(repository, { tag: v1 }))?.digest).toBe(old.digest)
  expect(await metadata.listTags(repository, { limit: 10 })).toEqual(['v1'])
  expect(await metadata.findManifest(repository, { digest: digestOf(bytes) })).toBeUndefined()
})
