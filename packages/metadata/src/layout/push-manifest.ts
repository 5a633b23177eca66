import { mkdir } from 'node:fs/promises'
import type { Digest, RepositoryName, Tag } from '@berth/oci'
import { missingContent, requireReplaceable, requireSize } from '../errors.js'
import type { ManifestPush } from '../registry-metadata.js'
import { findBlob } from './blobs.js'
import { removeFolderAtOnce, writeDurably } from './durable.js'
import { readLink, removeLink, setLinkTime, writeLink } from './links.js'
import { mediaTypeFile } from './manifests.js'
import { mediaTypeOf } from './media-type.js'
import { readManifest } from './read-manifest.js'
import { trashFolder } from './tags.js'
import type { Tree } from './tree.js'

/**
 * Writes in an order in which a crash between any two steps leaves nothing that points at what is not there: bytes, the repository's
 * link, then tags. A collection of garbage that looked before these were there may have taken something since, so all is looked at
 * again at the end.
 */
export async function pushManifest(tree: Tree, push: ManifestPush): Promise<void> {
  const { repository, digest, tags } = push
  const { paths } = tree
  await tree.changes.run(repository, async () => {
    await requireContent(tree, push)
    for (const tag of tags) requireReplaceable(push, tag, await readLink(paths.tagCurrent(repository, tag)))
    const before = await readLink(paths.revision(repository, digest))
    const namedBefore = new Map<Tag, Digest | undefined>()
    await linkManifest(tree, push)
    for (const tag of tags) {
      namedBefore.set(tag, await readLink(paths.tagCurrent(repository, tag)))
      await writeLink(paths.tagIndex(repository, tag, digest), digest)
      await writeLink(paths.tagCurrent(repository, tag), digest)
      if (push.pushedAt) await setLinkTime(paths.tagCurrent(repository, tag), push.pushedAt)
    }
    await linkManifest(tree, push)
    try {
      await requireContent(tree, push)
    } catch (error) {
      for (const [tag, named] of namedBefore) await restoreTag(tree, repository, tag, named)
      if (before === undefined) await removeLink(paths.revision(repository, digest))
      throw error
    }
  })
}

async function restoreTag(tree: Tree, repository: RepositoryName, tag: Tag, digest: Digest | undefined): Promise<void> {
  if (digest === undefined) await removeFolderAtOnce(tree.paths.tag(repository, tag), trashFolder(tree))
  else await writeLink(tree.paths.tagCurrent(repository, tag), digest)
}

async function linkManifest(tree: Tree, { repository, digest, bytes, manifest }: ManifestPush): Promise<void> {
  const { paths } = tree
  // Whatever else lies there is broken, and a push mends it.
  if ((await readManifest(tree, digest)) === undefined) await writeDurably(paths.blobFolder(digest), 'data', bytes)
  // Distribution's catalog lists repositories by this folder.
  await mkdir(paths.layers(repository), { recursive: true })
  const folder = paths.revision(repository, digest)
  if (mediaTypeOf(bytes) !== manifest.mediaType) await writeDurably(folder, mediaTypeFile, manifest.mediaType)
  await writeLink(folder, digest)
}

async function requireContent(tree: Tree, push: ManifestPush): Promise<void> {
  const { repository, manifest, allowMissingChildren, allowMissingBlobs = false } = push
  const missing = new Set<Digest>()
  for (const blob of manifest.blobs) {
    const held = await findBlob(tree, repository, blob.digest)
    if (held) requireSize(blob, held.size)
    else if (blob.required && !allowMissingBlobs) missing.add(blob.digest)
  }
  if (!allowMissingChildren)
    for (const { digest } of manifest.children) if (!(await hasManifest(tree, repository, digest))) missing.add(digest)
  if (missing.size > 0) throw missingContent([...missing])
}

const hasManifest = async ({ paths }: Tree, repository: RepositoryName, digest: Digest): Promise<boolean> =>
  (await readLink(paths.revision(repository, digest))) !== undefined
