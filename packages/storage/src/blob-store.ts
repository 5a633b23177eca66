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

  /**
   * How to get at a blob without this process: whether it is there is known above, and not looked up.
   * @returns undefined where there is no way but to {@link read} it
   */
  locate(digest: Digest): Promise<BlobLocation | undefined>

  /** Deletes a blob. Deleting what is not there succeeds. */
  delete(digest: Digest): Promise<void>

  /** Every blob in byte order of the digests, those after `last`. What comes or goes meanwhile may or may not be among them. */
  list(last?: Digest): AsyncIterable<StoredBlob>

  /**
   * Sets a blob's bytes aside without loss: once it resolves, the blob is no longer there and its bytes are, durably. Where it fails they
   * may be in both places, but never in none.
   * @returns where they lie now, for people; undefined where the blob is not there
   */
  quarantine(digest: Digest): Promise<string | undefined>

  /** Bytes received so far, or undefined where the upload was cancelled. */
  uploadSize(id: UploadId): Promise<number | undefined>

  /**
   * Adds a chunk, of which nothing is left in the spool afterwards.
   *
   * @param offset where the chunk starts
   * @returns size of the upload afterwards
   * @throws {UploadNotFoundError} for one that was cancelled, as {@link seal} does
   * @throws {TooManyChunksError} where it has as many as one may have
   * @throws {UploadOffsetError} where the upload does not end at `offset`; upload and spool are as before
   */
  receive(id: UploadId, offset: number, chunk: Spooled): Promise<number>

  /**
   * Whether the store takes in `bytes` more: not where that would use up what is kept free for deleting and for others on the same disk.
   * @throws {StorageFullError}
   */
  admit(bytes?: number): Promise<void>

  /** How large what it lies on is, and how much of that is free; undefined where nothing bounds it. */
  volume(): Promise<Volume | undefined>

  /** Takes a stream in for {@link receive}, where the store {@link admit}s any. Where the stream fails, nothing stays. */
  spool(source: Readable): Promise<Spooled>

  /** What a proxy in front of the store has taken in, by the name that the proxy gives it. @throws {SpoolError} where it is none */
  spooled(name: string): Promise<Spooled>

  /**
   * A blob of another store for {@link receive}, without a copy of its bytes.
   * @returns undefined where there is no way but to {@link spool} it
   */
  borrow(source: BlobStore, digest: Digest): Promise<Spooled | undefined>

  /** What was spooled and is no blob, of which nothing is left in the spool afterwards. */
  unspool(spooled: Spooled): Promise<Buffer>

  /** Drops what is not to be received. */
  discard(spooled: Spooled): Promise<void>

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

/** In bytes. */
export interface Volume {
  readonly total: number
  readonly free: number
}

export interface StoredBlob {
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
  /** When it became a blob. */
  readonly storedAt: Date
}

/** A file below the root of the store, for a proxy that has the store at hand; or an address that a client is sent to. */
export type BlobLocation = { readonly file: string } | { readonly redirect: string }

/** Bytes on their way to become a chunk. Only the store that took them in knows where they are. */
export interface Spooled {
  readonly size: number
}

/** An upload whose content is known to have `digest`. */
export interface SealedUpload {
  readonly size: number
  /** Makes it a blob, atomically and durably, and ends the upload. Replaces a blob of the same digest. */
  publish(): Promise<void>
}
