import type { Digest, ByteRange, UploadId } from '@berth/oci'
import type { Readable } from 'node:stream'

/**
 * Where blob bytes lie. Knows nothing of repositories or rights: who may see a blob, and whether one may be deleted, is decided above.
 *
 * An upload is a row of chunks. A chunk is added whole or not at all, and starts where the last one ended, so an upload always
 * resumes at its last complete chunk: after a dropped connection, in another process, after a crash. It needs no beginning: which ids
 * there are is decided above, and one that nothing was added to yet, or that has become a blob, has no bytes.
 *
 * Every method fails with {@link StorageFullError} where no space or quota is left, and leaves nothing half-written behind.
 */
export interface BlobStore {
  /** Size in bytes, or undefined where the blob is not there. */
  stat(digest: Digest): Promise<{ size: number } | undefined>

  /** Streams a blob, or a part of it. @throws {BlobNotFoundError} before the first byte */
  read(digest: Digest, range?: ByteRange): Promise<Readable>

  /** Deletes a blob. Deleting what is not there succeeds. */
  delete(digest: Digest): Promise<void>

  /** Every blob in byte order of the digests, those after `last`. What comes or goes meanwhile may or may not be among them. */
  list(last?: Digest): AsyncIterable<StoredBlob>

  /**
   * Sets a blob's bytes aside, atomically and durably: it is no longer there, but nothing is lost.
   * @returns where they lie now, for people; undefined where the blob is not there
   */
  quarantine(digest: Digest): Promise<string | undefined>

  /** Bytes received so far, or undefined where the upload was cancelled. */
  uploadSize(id: UploadId): Promise<number | undefined>

  /**
   * Adds a chunk that is a file already, by rename; the file is gone afterwards.
   *
   * @param offset where the chunk starts
   * @returns size of the upload afterwards
   * @throws {UploadNotFoundError} for one that was cancelled, as {@link seal} does
   * @throws {UploadOffsetError} where the upload does not end at `offset`; the upload is as before and the file still there
   */
  adopt(id: UploadId, offset: number, chunk: SpooledFile): Promise<number>

  /** Writes a stream to a file for {@link adopt}. Where the stream fails, nothing stays. */
  spool(source: Readable): Promise<SpooledFile>

  /** Drops a file that is not to be adopted. */
  discard(file: SpooledFile): Promise<void>

  /**
   * A file that a proxy wrote into the spool folder.
   * @throws {SpoolError} unless it is a plain file directly in the spool folder
   */
  spooled(path: string): Promise<SpooledFile>

  /**
   * Hashes an upload against its digest, without making it visible as a blob.
   * The upload stays usable, also after a mismatch.
   *
   * @throws {UploadNotFoundError}
   * @throws {DigestMismatchError}
   */
  seal(id: UploadId, digest: Digest): Promise<SealedUpload>

  /** Drops an upload's bytes. It takes no more of them, until it is purged. */
  cancel(id: UploadId): Promise<void>

  /** Forgets uploads that nothing has been added to since `before`, and drops spooled files as old. @returns how many */
  purgeStale(before: Date): Promise<number>

  /** Fails where the store cannot be written. */
  check(): Promise<void>
}

export interface StoredBlob {
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
  /** When it became a blob. */
  readonly storedAt: Date
}

export interface SpooledFile {
  readonly path: string
  readonly size: number
}

/** An upload whose content is known to have `digest`. */
export interface SealedUpload {
  readonly size: number
  /** Makes it a blob, atomically and durably, and ends the upload. Replaces a blob of the same digest. */
  publish(): Promise<void>
}
