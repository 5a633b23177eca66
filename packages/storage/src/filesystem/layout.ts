import { join } from 'node:path'
import { digestAlgorithm, digestHex, type Digest, type DigestAlgorithm, type UploadId } from '@berth/oci'

/*
 * <root>/
 *   docker/registry/v2/blobs/<algorithm>/<first two hex>/<hex>/data     as Docker Distribution lays them out
 *   quarantine/<algorithm>-<hex>-<time>                                blobs set aside, for people to look at
 *   uploads/<uuid>/<offset in 15 digits>                               one file per chunk
 * <spool>/                                                             what a proxy or `spool` writes; same file system
 */
const OFFSET_DIGITS = 15

export function algorithmFolder(root: string, algorithm: DigestAlgorithm): string {
  return join(root, 'docker/registry/v2/blobs', algorithm)
}

export function blobFolder(root: string, digest: Digest): string {
  const hex = digestHex(digest)
  return join(algorithmFolder(root, digestAlgorithm(digest)), hex.slice(0, 2), hex)
}

export function blobPath(root: string, digest: Digest): string {
  return join(blobFolder(root, digest), 'data')
}

export function quarantineFolder(root: string): string {
  return join(root, 'quarantine')
}

/** A name that a blob set aside again does not take from the one before. */
export function quarantineName(digest: Digest, at: Date): string {
  return `${digestAlgorithm(digest)}-${digestHex(digest)}-${at.toISOString().replaceAll(/[-:]/g, '')}`
}

export function uploadsFolder(root: string): string {
  return join(root, 'uploads')
}

export function uploadFolder(root: string, id: UploadId): string {
  return join(uploadsFolder(root), id)
}

export function chunkName(offset: number): string {
  return String(offset).padStart(OFFSET_DIGITS, '0')
}

/** The offset that a chunk file's name stands for, or undefined for any other file. */
export function chunkOffset(name: string): number | undefined {
  return /^\d{15}$/.test(name) ? Number(name) : undefined
}
