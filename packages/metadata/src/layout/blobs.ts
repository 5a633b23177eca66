import { stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { DistributionError, type Digest, type RepositoryName } from '@berth/oci'
import type { LinkedBlob, MountSource } from '../registry-metadata.js'
import { unlessMissing } from './errors.js'
import { readLink, removeLink, writeLink } from './links.js'
import { referencedDigests } from './referenced-digests.js'
import { readManifest } from './read-manifest.js'
import type { Tree } from './tree.js'
import { walkLinks } from './walk-links.js'

/** Size of a blob's bytes, taken back from the garbage where they lie there. */
async function blobSize({ paths, bin }: Tree, digest: Digest): Promise<number | undefined> {
  const find = async () => (await unlessMissing(stat(paths.blobData(digest))))?.size
  const size = await find()
  if (size !== undefined) return size
  return (await bin.takeBack(digest)) ? find() : undefined
}

export async function findBlob(
  tree: Tree,
  repository: RepositoryName,
  digest: Digest,
): Promise<LinkedBlob | undefined> {
  const link = await unlessMissing(stat(join(tree.paths.layer(repository, digest), 'link')))
  if (link === undefined || link.size === 0) return undefined
  const size = await blobSize(tree, digest)
  return size === undefined ? undefined : { size, linkedAt: link.mtime }
}

/** The time of its link is what collecting garbage goes by. @returns false where there is none */
export async function keepBlob({ paths }: Tree, repository: RepositoryName, digest: Digest): Promise<boolean> {
  const now = new Date()
  const link = join(paths.layer(repository, digest), 'link')
  return (await unlessMissing(utimes(link, now, now).then(() => true))) ?? false
}

export async function linkBlob(tree: Tree, repository: RepositoryName, digest: Digest): Promise<void> {
  const folder = tree.paths.layer(repository, digest)
  if ((await readLink(folder)) === digest) await keepBlob(tree, repository, digest)
  else await writeLink(folder, digest)
}

export async function mountBlob(
  tree: Tree,
  target: RepositoryName,
  digest: Digest,
  { from, fromPublic }: MountSource,
): Promise<boolean> {
  let isFound = fromPublic && (await blobSize(tree, digest)) !== undefined
  for (const source of from) isFound ||= (await findBlob(tree, source, digest)) !== undefined
  if (!isFound) return false
  await linkBlob(tree, target, digest)
  // Between the look and the link it may have been collected.
  return (await blobSize(tree, digest)) !== undefined
}

export async function unlinkBlob(tree: Tree, repository: RepositoryName, digest: Digest): Promise<boolean> {
  return tree.changes.run(repository, async () => {
    if ((await findBlob(tree, repository, digest)) === undefined) return false
    for await (const revision of walkLinks(tree.paths.revisions(repository))) {
      const manifest = await readManifest(tree, revision.digest)
      if (manifest !== undefined && referencedDigests(manifest).has(digest))
        throw new DistributionError('UNSUPPORTED', `manifest ${revision.digest} uses this blob: delete it first`)
    }
    return removeLink(tree.paths.layer(repository, digest))
  })
}
