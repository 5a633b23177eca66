/** A blob that was to be read is not in the store. */
export class BlobNotFoundError extends Error {
  override name = 'BlobNotFoundError'
}

export class UploadNotFoundError extends Error {
  override name = 'UploadNotFoundError'
}

/** A chunk that does not start where the upload ends. */
export class UploadOffsetError extends Error {
  override name = 'UploadOffsetError'

  constructor(readonly size: number) {
    super(`the upload ends at byte ${size}`)
  }
}

export class TooManyChunksError extends Error {
  override name = 'TooManyChunksError'

  constructor(most: number) {
    super(`an upload has at most ${most} chunks: send larger ones`)
  }
}

export class DigestMismatchError extends Error {
  override name = 'DigestMismatchError'
}

/** What is given as spooled is not in this store's spool. */
export class SpoolError extends Error {
  override name = 'SpoolError'
}

/** No space, inode or quota left. Passes once an operator makes room. */
export class StorageFullError extends Error {
  override name = 'StorageFullError'
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** Names a full disk; passes every other error on as it is. */
export function translate(error: unknown): unknown {
  const isFull = error instanceof Error && 'code' in error && full.has(String(error.code))
  return isFull ? new StorageFullError('no space left in the blob store', { cause: error }) : error
}
