import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs'
import { access, chmod, constants, mkdir, open, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { digestAlgorithm, digestHex, type ByteRange, type Digest, type UploadId } from '@berth/oci'
import type { BlobLocation, BlobStore, SealedUpload, Spooled, StoredBlob } from '../blob-store.js'
import {
  BlobNotFoundError,
  DigestMismatchError,
  hasCode,
  SpoolError,
  translate,
  UploadNotFoundError,
  UploadOffsetError,
} from '../errors.js'
import { assemble } from './assemble.js'
import type { AssembleRequest } from './assemble-worker.js'
import { DiskReserve, type Reserve } from './disk-reserve.js'
import { makeFolder, sync } from './durable.js'
import { HashPool } from './hash-pool.js'
import {
  blobFolder,
  blobPath,
  cancelledPath,
  chunkPath,
  joinedPath,
  quarantineFolder,
  quarantineName,
  uploadsFolder,
} from './layout.js'
import { listBlobs } from './list-blobs.js'
import { findChunks, measureUpload } from './measure-upload.js'
import { Owner } from './owner.js'
import { purgeStaleFiles, purgeStaleUploads } from './purge.js'
import { SpooledFile } from './spooled-file.js'

/** Bytes. Up to here a blob is hashed at once: that takes about a millisecond, and the way to another thread costs more in all. */
const INLINE_HASH = 1024 * 1024
/** Bytes. Up to here a file is synced with its name: that is one wait for the disk, where it has a journal. */
const SYNC_WITH_NAME = 64 * 1024

/** The file that is to become a blob. */
interface Sealed {
  readonly path: string
  readonly digest: Digest
  /** Whether its bytes survive the loss of power already. */
  readonly isDurable: boolean
  /** Files of the upload that have become part of it. */
  readonly parts: readonly string[]
}

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
  readonly #spool: string
  readonly #pool: HashPool
  readonly #fileMode: number | undefined
  readonly #syncBeforeNaming: boolean
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
    this.#spool = resolve(spool)
    this.#fileMode = fileMode
    this.#syncBeforeNaming = syncBeforeNaming
    this.#owner = keepsOwner ? new Owner(this.#root) : undefined
    this.#reserve = new DiskReserve(this.#root, reserve)
    this.#pool = new HashPool(hashThreads)
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
      return measureUpload(this.#root, id).size
    } catch (error) {
      if (error instanceof UploadNotFoundError) return undefined
      throw error
    }
  }

  async receive(id: UploadId, offset: number, chunk: Spooled): Promise<number> {
    const { path } = SpooledFile.of(chunk)
    const { size } = measureUpload(this.#root, id)
    if (size !== offset) throw new UploadOffsetError(size)
    if (chunk.size > 0) {
      try {
        // Linking fails where the name is taken: of two chunks for the same offset exactly one wins, whatever process they come from.
        linkSync(path, chunkPath(this.#root, id, offset))
      } catch (error) {
        if (hasCode(error, 'EEXIST')) throw new UploadOffsetError(measureUpload(this.#root, id).size)
        throw translate(error)
      }
    }
    await this.discard(chunk)
    return size + chunk.size
  }

  async admit(bytes = 0): Promise<void> {
    await this.#reserve.admit(bytes)
  }

  async spool(source: Readable): Promise<Spooled> {
    await this.admit()
    const path = join(this.#spool, randomUUID())
    try {
      await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      this.#owner?.give(path)
      return new SpooledFile(path, (await stat(path)).size)
    } catch (error) {
      await rm(path, { force: true })
      throw translate(error)
    }
  }

  async discard(spooled: Spooled): Promise<void> {
    try {
      // `rm` would look at the file twice first.
      unlinkSync(SpooledFile.of(spooled).path)
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
    }
  }

  async spooled(path: string): Promise<Spooled> {
    const name = path.slice(this.#spool.length + 1)
    if (dirname(path) !== this.#spool || !/^[0-9A-Za-z-]+$/.test(name)) throw new SpoolError('not in the spool folder')
    // Blocks, as looking at an upload does.
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) throw new SpoolError('no such spooled file')
    if (!found.isFile()) throw new SpoolError('not a plain file')
    return new SpooledFile(path, found.size)
  }

  /** By a link, where both lie on one file system: the file is both stores' then. */
  async borrow(source: BlobStore, digest: Digest): Promise<Spooled | undefined> {
    if (!(source instanceof FilesystemBlobStore)) return undefined
    const path = join(this.#spool, randomUUID())
    try {
      linkSync(blobPath(source.#root, digest), path)
    } catch (error) {
      if (hasCode(error, 'EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'ENOENT')) return undefined
      throw error
    }
    if (this.#owner?.mayRead(path) ?? true) return this.spooled(path)
    unlinkSync(path)
    return undefined
  }

  async seal(id: UploadId, digest: Digest): Promise<SealedUpload> {
    const { files, size } = measureUpload(this.#root, id)
    // A single chunk becomes the blob as it is.
    const [only] = files.length === 1 ? files : []
    const joined = only === undefined ? joinedPath(this.#root, id) : undefined
    const path = only ?? joined ?? ''
    const isDurable = size > SYNC_WITH_NAME
    try {
      const hash = () => this.#hash({ sources: files, algorithm: digestAlgorithm(digest), target: joined }, size)
      const hex = isDurable ? await syncedBeside(hash, path, joined) : await hash()
      if (hex !== digestHex(digest)) throw new DigestMismatchError(`content does not hash to ${digest}`)
    } catch (error) {
      if (joined !== undefined) await rm(joined, { force: true })
      throw hasCode(error, 'ENOENT') ? new UploadNotFoundError(id, { cause: error }) : translate(error)
    }
    const sealed = { path, digest, isDurable, parts: only === undefined ? files : [] }
    return { size, publish: () => this.#publish(id, sealed) }
  }

  async cancel(id: UploadId): Promise<void> {
    await dropFiles(findChunks(this.#root, id).files)
    const path = cancelledPath(this.#root, id)
    await guarded(writeFile(path, ''))
    this.#owner?.give(path)
  }

  async purgeStale(before: Date): Promise<number> {
    return (await purgeStaleUploads(uploadsFolder(this.#root), before)) + (await purgeStaleFiles(this.#spool, before))
  }

  /** Also makes the folders, so that a new installation starts with an empty disk. */
  async check(): Promise<void> {
    for (const folder of [uploadsFolder(this.#root), this.#spool]) {
      this.#owner?.makeFolder(folder)
      await mkdir(folder, { recursive: true })
      await access(folder, constants.W_OK)
    }
  }

  async close(): Promise<void> {
    await this.#pool.close()
  }

  async #hash(request: AssembleRequest, size: number): Promise<string> {
    return size <= INLINE_HASH ? assemble(request.sources, request.algorithm, request.target) : this.#pool.run(request)
  }

  async #publish(id: UploadId, { path, digest, isDurable, parts }: Sealed): Promise<void> {
    const folder = blobFolder(this.#root, digest)
    const place = blobPath(this.#root, digest)
    try {
      this.#owner?.makeFolder(folder)
      if (this.#fileMode !== undefined) await chmod(path, this.#fileMode)
      // Of a blob that is there already, durable bytes are not to be replaced by others. Elsewhere bytes and names are synced at once: a
      // file system with a journal then writes it once.
      const isFirst = !isDurable && (this.#syncBeforeNaming || existsSync(place))
      if (isFirst) await sync(path)
      const folders = moveInto(folder, path, place)
      await Promise.all([...(isDurable || isFirst ? [] : [place]), folder, ...folders].map(sync))
    } catch (error) {
      throw hasCode(error, 'ENOENT') ? new UploadNotFoundError(id, { cause: error }) : translate(error)
    }
    await dropFiles(parts)
  }

  async #dropFolder(digest: Digest): Promise<void> {
    try {
      await rmdir(blobFolder(this.#root, digest))
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTEMPTY')) throw error
    }
  }
}

/**
 * Moves a file into a folder, which is made, under the name of `place`. Blocks: both together cost less than the way to another thread
 * and back.
 * @returns other folders whose entries changed
 */
function moveInto(folder: string, file: string, place: string): string[] {
  for (let attempt = 1; ; attempt += 1) {
    const changed = makeFolder(folder)
    try {
      renameSync(file, place)
      return changed
    } catch (error) {
      // Deleting the digest's last blob takes its empty folder away, perhaps right between the two.
      if (attempt > 1 || !hasCode(error, 'ENOENT')) throw error
    }
  }
}

/** @param path what is hashed, or what comes of it where there is a `target` */
async function syncedBeside(hash: () => Promise<string>, path: string, target?: string): Promise<string> {
  if (target === undefined) {
    // It begins first: what is hashed at once would hold it up.
    const [, hex] = await Promise.all([sync(path), hash()])
    return hex
  }
  const hex = await hash()
  await sync(path)
  return hex
}

async function dropFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true })
}

async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw translate(error)
  }
}
