import { DatabaseUnavailableError } from '@berth/database'
import { DistributionError, type BlobReference, type Digest, type Tag } from '@berth/oci'
import type { ManifestPush } from './registry-metadata.js'

/** The folder that holds the metadata cannot be used. */
export class MetadataUnavailableError extends Error {
  override name = 'MetadataUnavailableError'
}

/** Whether what a metadata store threw passes by itself: it cannot be reached, or is going down. Nothing has changed. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof MetadataUnavailableError || error instanceof DatabaseUnavailableError
}

/** A manifest may name tens of thousands of digests; a client needs to see a few of them. */
const NAMED = 100

/** Digests as a text, and how many more there are where they are many. */
export function someOf(digests: readonly Digest[]): string {
  const rest = digests.length > NAMED ? ` and ${digests.length - NAMED} more` : ''
  return `${digests.slice(0, NAMED).join(', ')}${rest}`
}

/** @param digests what a manifest needs and its repository does not hold; at least one */
export function missingContent(digests: readonly Digest[]): DistributionError {
  const named = digests.slice(0, NAMED)
  return new DistributionError('MANIFEST_BLOB_UNKNOWN', `the repository does not hold ${someOf(digests)}`, {
    detail: named.map((digest) => ({ digest })),
  })
}

/** A client that goes by the manifest would take the blob for broken. @throws {DistributionError} MANIFEST_INVALID */
export function requireSize({ digest, size }: BlobReference, held: number): void {
  if (size !== held)
    throw new DistributionError('MANIFEST_INVALID', `blob ${digest} has ${held} bytes, the manifest says ${size}`)
}

/** @throws {DistributionError} PRECONDITION where the push does not want to replace what the tag names */
export function requireReplaceable({ mayReplace }: ManifestPush, tag: Tag, named: Digest | undefined): void {
  if (mayReplace === undefined || mayReplace(named)) return
  throw new DistributionError('PRECONDITION', `the tag ${tag} names ${named ?? 'nothing'}`)
}
