import { randomUUID } from 'node:crypto'
import { digestAlgorithm, digestHex, type Digest, type DigestAlgorithm, type UploadId } from '@berth/oci'

/*
 * <root>/
 *   docker/registry/v2/blobs/<algorithm>/<first two hex>/<hex>/data     as Docker Distribution lays them out
 *   quarantine/<algorithm>-<hex>-<time>                                blobs set aside, for people to look at
 *   uploads/<uuid>.<offset in 15 digits>                               one file per chunk
 *   uploads/<uuid>.joined-<uuid>                                       its chunks, being joined
 *   uploads/<uuid>.cancelled                                           takes no more chunks
 * <spool>/                                                             what a proxy or `spool` writes; same file system
 */
const OFFSET_DIGITS = 15

// Not by `join`: it makes normal what is normal already, for a seventh of all memory that a small push takes.

export function algorithmFolder(root: string, algorithm: DigestAlgorithm): string {
  return `${root}/docker/registry/v2/blobs/${algorithm}`
}

export function blobFolder(root: string, digest: Digest): string {
  const hex = digestHex(digest)
  return `${algorithmFolder(root, digestAlgorithm(digest))}/${hex.slice(0, 2)}/${hex}`
}

/** Where a blob's bytes lie. A proxy that sends them has its own name for `root`. */
export function blobPath(root: string, digest: Digest): string {
  return `${blobFolder(root, digest)}/data`
}

export function quarantineFolder(root: string): string {
  return `${root}/quarantine`
}

/** A name that a blob set aside again does not take from the one before. */
export function quarantineName(digest: Digest, at: Date): string {
  return `${digestAlgorithm(digest)}-${digestHex(digest)}-${at.toISOString().replaceAll(/[-:]/g, '')}`
}

export function uploadsFolder(root: string): string {
  return `${root}/uploads`
}

export function chunkPath(root: string, id: UploadId, offset: number): string {
  return `${uploadsFolder(root)}/${id}.${String(offset).padStart(OFFSET_DIGITS, '0')}`
}

export function joinedPath(root: string, id: UploadId): string {
  return `${uploadsFolder(root)}/${id}.joined-${randomUUID()}`
}

export function cancelledPath(root: string, id: UploadId): string {
  return `${uploadsFolder(root)}/${id}.cancelled`
}

/** Which upload a file in its folder belongs to. */
export function uploadOf(name: string): string {
  return name.split('.', 1)[0] ?? name
}
