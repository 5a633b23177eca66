import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseUploadId, type Digest, type RepositoryName } from '@berth/oci'
import type { SpooledFile } from '@berth/storage'
import type { Owner } from './owner.js'
import { blobFile, type RegistryEnd } from './registry-end.js'

/** How a blob came to be in the target. */
export type Way = 'linked' | 'copied'

export interface BlobTransfer {
  /** Whom the target belongs to. */
  readonly owner: Owner
  /** Whether files may be linked: they are the source's and the target's alike then. */
  readonly mayLink: boolean
}

/**
 * Brings a blob into a repository of the target by an upload, so that its digest is verified. On one file system its file is linked,
 * and no byte is copied.
 *
 * @throws {BlobNotFoundError} where the source has lost it
 * @throws {DigestMismatchError} where it is broken there
 */
export async function copyBlob(
  source: RegistryEnd,
  target: RegistryEnd,
  repository: RepositoryName,
  digest: Digest,
  { owner, mayLink }: BlobTransfer,
): Promise<{ readonly way: Way; readonly size: number }> {
  const linked = mayLink ? await link(source, target, digest, owner) : undefined
  const file = linked ?? (await target.blobs.spool(await source.blobs.read(digest)))
  if (linked === undefined) owner.give(file.path)
  const id = parseUploadId(randomUUID())
  try {
    owner.makeFolder(dirname(blobFile(target, digest)))
    owner.makeFolder(join(target.root, 'uploads'))
    await target.blobs.adopt(id, 0, file)
    const sealed = await target.blobs.seal(id, digest)
    await target.metadata.commitUpload({ repository, digest, size: sealed.size }, () => sealed.publish())
  } catch (error) {
    await rm(file.path, { force: true })
    await target.blobs.cancel(id)
    throw error
  }
  return { way: linked === undefined ? 'copied' : 'linked', size: file.size }
}

async function link(
  source: RegistryEnd,
  target: RegistryEnd,
  digest: Digest,
  owner: Owner,
): Promise<SpooledFile | undefined> {
  const path = join(target.spool, randomUUID())
  return owner.link(blobFile(source, digest), path) ? target.blobs.spooled(path) : undefined
}
