import { mkdir, stat } from 'node:fs/promises'
import { DistributionError, type Digest, type RepositoryName } from '@berth/oci'
import type { ManifestPush } from '../registry-metadata.js'
import { findBlob } from './blobs.js'
import { writeDurably } from './durable.js'
import { unlessMissing } from './errors.js'
import { readLink, removeLink, writeLink } from './links.js'
import { mediaTypeFile } from './manifests.js'
import { mediaTypeOf } from './media-type.js'
import type { Tree } from './tree.js'

/**
 * Writes in an order in which a crash between any two steps leaves nothing that points at what is not there: bytes, the repository's
 * link, then tags.
 */
export async function pushManifest(tree: Tree, push: ManifestPush): Promise<void> {
  const { repository, digest, tags } = push
  const { paths } = tree
  await tree.changes.run(repository, async () => {
    await requireContent(tree, push)
    const isNew = (await readLink(paths.revision(repository, digest))) === undefined
    await linkManifest(tree, push)
    try {
      // A collection that looked before the link was there may have taken blobs since.
      await requireContent(tree, push)
    } catch (error) {
      if (isNew) await removeLink(paths.revision(repository, digest))
      throw error
    }
    for (const tag of tags) {
      await writeLink(paths.tagIndex(repository, tag, digest), digest)
      await writeLink(paths.tagCurrent(repository, tag), digest)
    }
    // The same for a collection of untagged manifests that looked before the tag was there.
    if (tags.length > 0) await linkManifest(tree, push)
  })
}

async function linkManifest({ paths }: Tree, { repository, digest, bytes, manifest }: ManifestPush): Promise<void> {
  const stored = await unlessMissing(stat(paths.blobData(digest)))
  if (stored?.size !== bytes.byteLength) await writeDurably(paths.blobFolder(digest), 'data', bytes)
  // Distribution's catalog lists repositories by this folder.
  await mkdir(paths.layers(repository), { recursive: true })
  const folder = paths.revision(repository, digest)
  if (mediaTypeOf(bytes) !== manifest.mediaType) await writeDurably(folder, mediaTypeFile, manifest.mediaType)
  await writeLink(folder, digest)
}

async function requireContent(tree: Tree, push: ManifestPush): Promise<void> {
  const { repository, manifest, allowMissingChildren } = push
  const missing = new Set<Digest>()
  for (const { digest, required } of manifest.blobs)
    if (required && (await findBlob(tree, repository, digest)) === undefined) missing.add(digest)
  if (!allowMissingChildren)
    for (const { digest } of manifest.children) if (!(await hasManifest(tree, repository, digest))) missing.add(digest)
  if (missing.size === 0) return
  throw new DistributionError('MANIFEST_BLOB_UNKNOWN', `the repository does not hold ${[...missing].join(', ')}`, {
    detail: [...missing].map((digest) => ({ digest })),
  })
}

const hasManifest = async ({ paths }: Tree, repository: RepositoryName, digest: Digest): Promise<boolean> =>
  (await readLink(paths.revision(repository, digest))) !== undefined
