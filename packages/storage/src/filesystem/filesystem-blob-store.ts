import { access, constants, mkdir, open, readFile, rename, rm, rmdir, stat, statfs } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { ByteRange, Digest, UploadId } from '@berth/oci'
import type { BlobLocation, BlobStore, SealedUpload, Spooled, StoredBlob, Volume } from '../blob-store.js'
import { BlobNotFoundError, hasCode, translate, UploadNotFoundError } from '../errors.js'
import { DiskReserve, type Reserve } from './disk-reserve.js'
import { makeFolder, sync } from './durable.js'
import { blobFolder, blobPath, quarantineFolder, quarantineName, uploadsFolder } from './layout.js'
import { listBlobs } from './list-blobs.js'
import { Owner } from './owner.js'
import { purgeStaleFiles, purgeStaleUploads } from './purge.js'
import { Spool } from './spool.js'
import { SpooledFile } from './spooled-file.js'
import { Uploads } from './uploads.js'

export interface FilesystemOptions {
  /** Folder of the tree, absolute. */
  readonly root: string
  /** Folder that a proxy spools into, absolute, on the same file system as `root`. */
  readonly spool: string
  /** Threads that hash large uploads. */
  readonly hashThreads?: number
  /** Mode of blobs, for trees that other users read, too. Absent: as the upload's files are, for this user only. */
  readonly fileMode?: number
  /**
   * Whether a blob's bytes are on the disk before it gets its name, for trees where the name alone makes it a blob, also after the loss
   * of power. Absent: metadata tell what is a blob.
   */
  readonly syncBeforeNaming?: boolean
  /** Whether what root makes here belongs to the tree's owner, whose service goes on with it. */
  readonly keepsOwner?: boolean
  /** What uploads leave free of the disk. Absent: nothing. */
  readonly reserve?: Reserve
}

/** Blobs as files. Several processes may use one tree at the same time. */
export class FilesystemBlobStore implements BlobStore {
  readonly #root: string
  readonly #spool: Spool
  readonly #uploads: Uploads
  readonly #owner: Owner | undefined
  readonly #reserve: DiskReserve

  constructor({
    root,
    spool,
    hashThreads = 2,
    fileMode,
    syncBeforeNaming = false,
    keepsOwner = false,
    reserve = 0,
  }: FilesystemOptions) {
    this.#root = resolve(root)
    this.#owner = keepsOwner ? new Owner(this.#root) : undefined
    this.#reserve = new DiskReserve(this.#root, reserve)
    this.#spool = new Spool(resolve(spool), this.#owner)
    this.#uploads = new Uploads(this.#root, this.#owner, { hashThreads, fileMode, syncBeforeNaming })
  }

  async stat(digest: Digest): Promise<{ size: number } | undefined> {
    try {
      return { size: (await stat(blobPath(this.#root, digest))).size }
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    }
  }

  async read(digest: Digest, range?: ByteRange): Promise<Readable> {
    try {
      const file = await open(blobPath(this.#root, digest), 'r')
      return file.createReadStream({ ...range, highWaterMark: 256 * 1024 })
    } catch (error) {
      if (hasCode(error, 'ENOENT')) throw new BlobNotFoundError(digest, { cause: error })
      throw error
    }
  }

  async locate(digest: Digest): Promise<BlobLocation> {
    return { file: blobPath('', digest) }
  }

  async delete(digest: Digest): Promise<void> {
    await rm(blobPath(this.#root, digest), { force: true })
    await this.#dropFolder(digest)
  }

  list(last?: Digest): AsyncGenerator<StoredBlob> {
    return listBlobs(this.#root, last)
  }

  async quarantine(digest: Digest): Promise<string | undefined> {
    const folder = quarantineFolder(this.#root)
    const path = join(folder, quarantineName(digest, new Date()))
    let changed: string[]
    try {
      changed = makeFolder(folder)
      await rename(blobPath(this.#root, digest), path)
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw translate(error)
    }
    for (const one of [folder, ...changed, blobFolder(this.#root, digest)]) await sync(one)
    await this.#dropFolder(digest)
    return path
  }

  async uploadSize(id: UploadId): Promise<number | undefined> {
    try {
      return this.#uploads.sizeOf(id)
    } catch (error) {
      if (error instanceof UploadNotFoundError) return undefined
      throw error
    }
  }

  async receive(id: UploadId, offset: number, chunk: Spooled): Promise<number> {
    const size = this.#uploads.add(id, offset, SpooledFile.of(chunk))
    this.#spool.drop(chunk)
    return size
  }

  async admit(bytes = 0): Promise<void> {
    await this.#reserve.admit(bytes)
  }

  async volume(): Promise<Volume> {
    const { blocks, bavail, bsize } = await statfs(this.#root)
    return { total: blocks * bsize, free: bavail * bsize }
  }

  async spool(source: Readable): Promise<Spooled> {
    await this.admit()
    return this.#spool.take(source)
  }

  async unspool(spooled: Spooled): Promise<Buffer> {
    try {
      return await readFile(SpooledFile.of(spooled).path)
    } finally {
      this.#spool.drop(spooled)
    }
  }

  async discard(spooled: Spooled): Promise<void> {
    this.#spool.drop(spooled)
  }

  async spooled(path: string): Promise<Spooled> {
    return this.#spool.find(path)
  }

  /** By a link, where both lie on one file system: the file is both stores' then. */
  async borrow(source: BlobStore, digest: Digest): Promise<Spooled | undefined> {
    return source instanceof FilesystemBlobStore ? this.#spool.link(blobPath(source.#root, digest)) : undefined
  }

  async seal(id: UploadId, digest: Digest): Promise<SealedUpload> {
    return this.#uploads.seal(id, digest)
  }

  async cancel(id: UploadId): Promise<void> {
    await this.#uploads.cancel(id)
  }

  async purgeStale(before: Date): Promise<number> {
    return (
      (await purgeStaleUploads(uploadsFolder(this.#root), before)) + (await purgeStaleFiles(this.#spool.folder, before))
    )
  }

  /** Also makes the folders, so that a new installation starts with an empty disk. */
  async check(): Promise<void> {
    for (const folder of [uploadsFolder(this.#root), this.#spool.folder]) {
      this.#owner?.makeFolder(folder)
      await mkdir(folder, { recursive: true })
      await access(folder, constants.W_OK)
    }
  }

  async close(): Promise<void> {
    await this.#uploads.close()
  }

  async #dropFolder(digest: Digest): Promise<void> {
    try {
      await rmdir(blobFolder(this.#root, digest))
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTEMPTY')) throw error
    }
  }
}
