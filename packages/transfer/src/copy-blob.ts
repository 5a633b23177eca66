import { randomUUID } from 'node:crypto'
import { parseUploadId, type Digest, type RepositoryName } from '@berth/oci'
import type { RegistryEnd } from './registry-end.js'

/** How a blob came to be in the target: lent, its bytes are the source's and the target's alike. */
export type Way = 'linked' | 'copied'

/**
 * Brings a blob into a repository of the target by an upload, so that its digest is verified.
 *
 * @param mayLink whether bytes may be shared where both stores can, so that none is copied
 * @throws {BlobNotFoundError} where the source has lost it
 * @throws {DigestMismatchError} where it is broken there
 */
export async function copyBlob(
  source: RegistryEnd,
  target: RegistryEnd,
  repository: RepositoryName,
  digest: Digest,
  mayLink: boolean,
): Promise<{ readonly way: Way; readonly size: number }> {
  const { blobs, metadata } = target
  const linked = mayLink ? await blobs.borrow(source.blobs, digest) : undefined
  const chunk = linked ?? (await blobs.spool(await source.blobs.read(digest)))
  const id = parseUploadId(randomUUID())
  try {
    await blobs.receive(id, 0, chunk)
    const sealed = await blobs.seal(id, digest)
    await metadata.commitUpload({ repository, digest, size: sealed.size }, () => sealed.publish())
  } catch (error) {
    await blobs.discard(chunk)
    await blobs.cancel(id)
    throw error
  }
  return { way: linked === undefined ? 'copied' : 'linked', size: chunk.size }
}
