import { randomUUID } from 'node:crypto'
import { createWriteStream, lstatSync } from 'node:fs'
import {
  access,
  chmod,
  constants,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { digestAlgorithm, digestHex, type ByteRange, type Digest, type UploadId } from '@berth/oci'
import type { BlobStore, SealedUpload, SpooledFile, StoredBlob } from '../blob-store.js'
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
import { makeFolder, sync } from './durable.js'
import { HashPool } from './hash-pool.js'
import {
  blobFolder,
  blobPath,
  chunkName,
  quarantineFolder,
  quarantineName,
  uploadFolder,
  uploadsFolder,
} from './layout.js'
import { listBlobs } from './list-blobs.js'
import { measureUpload } from './measure-upload.js'

/** Up to here hashing at once costs less than the way to another thread and back. */
const INLINE_HASH = 256 * 1024

export interface FilesystemOptions {
  /** Folder of the tree, absolute. */
  readonly root: string
  /** Folder that a proxy spools into, absolute, on the same file system as `root`. */
  readonly spool: string
  /** Threads that hash large uploads. */
  readonly hashThreads?: number
  /** Mode of blobs, for trees that other users read, too. Absent: as the upload's files are, for this user only. */
  readonly fileMode?: number
}

/** Blobs as files. Several processes may use one tree at the same time. */
export class FilesystemBlobStore implements BlobStore {
  readonly #root: string
  readonly #spool: string
  readonly #pool: HashPool
  readonly #fileMode: number | undefined

  constructor({ root, spool, hashThreads = 2, fileMode }: FilesystemOptions) {
    this.#root = root
    this.#spool = spool
    this.#fileMode = fileMode
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
    const changed = await guarded(makeFolder(folder))
    try {
      await rename(blobPath(this.#root, digest), path)
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw translate(error)
    }
    for (const one of [folder, ...changed, blobFolder(this.#root, digest)]) await sync(one)
    await this.#dropFolder(digest)
    return path
  }

  async createUpload(id: UploadId): Promise<void> {
    await guarded(mkdir(uploadFolder(this.#root, id), { recursive: true }))
  }

  async uploadSize(id: UploadId): Promise<number | undefined> {
    try {
      return measureUpload(this.#root, id).size
    } catch (error) {
      if (error instanceof UploadNotFoundError) return undefined
      throw error
    }
  }

  async adopt(id: UploadId, offset: number, chunk: SpooledFile): Promise<number> {
    const { size } = measureUpload(this.#root, id)
    if (size !== offset) throw new UploadOffsetError(size)
    if (chunk.size > 0) {
      try {
        // Linking fails where the name is taken: of two chunks for the same offset exactly one wins, whatever process they come from.
        await link(chunk.path, join(uploadFolder(this.#root, id), chunkName(offset)))
      } catch (error) {
        if (hasCode(error, 'EEXIST')) throw new UploadOffsetError(measureUpload(this.#root, id).size)
        if (hasCode(error, 'ENOENT')) throw new UploadNotFoundError(id, { cause: error })
        throw translate(error)
      }
    }
    await this.discard(chunk)
    return size + chunk.size
  }

  async spool(source: Readable): Promise<SpooledFile> {
    const path = join(this.#spool, randomUUID())
    try {
      await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      return { path, size: (await stat(path)).size }
    } catch (error) {
      await rm(path, { force: true })
      throw translate(error)
    }
  }

  async discard(file: SpooledFile): Promise<void> {
    await unlink(file.path).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error
    })
  }

  async spooled(path: string): Promise<SpooledFile> {
    const name = path.slice(this.#spool.length + 1)
    if (dirname(path) !== this.#spool || !/^[0-9A-Za-z-]+$/.test(name)) throw new SpoolError('not in the spool folder')
    // Blocks, as looking at an upload does.
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) throw new SpoolError('no such spooled file')
    if (!found.isFile()) throw new SpoolError('not a plain file')
    return { path, size: found.size }
  }

  async seal(id: UploadId, digest: Digest): Promise<SealedUpload> {
    const { chunks, size } = measureUpload(this.#root, id)
    const sources = chunks.map((chunk) => chunk.path)
    const folder = uploadFolder(this.#root, id)
    const [only] = sources
    // A single chunk becomes the blob as it is, and its sync runs beside the hashing.
    const joined = sources.length === 1 && only !== undefined ? undefined : join(folder, `joined-${randomUUID()}`)
    const file = joined ?? only ?? folder
    try {
      const hash = this.#hash({ sources, algorithm: digestAlgorithm(digest), target: joined }, size)
      const [hex] = await Promise.all([hash, joined === undefined ? sync(file) : hash.then(() => sync(file))])
      if (hex !== digestHex(digest)) throw new DigestMismatchError(`content does not hash to ${digest}`)
    } catch (error) {
      if (joined !== undefined) await rm(joined, { force: true })
      throw hasCode(error, 'ENOENT') ? new UploadNotFoundError(id, { cause: error }) : translate(error)
    }
    return { size, publish: () => this.#publish(id, file, digest) }
  }

  async cancel(id: UploadId): Promise<void> {
    await rm(uploadFolder(this.#root, id), { recursive: true, force: true })
  }

  async purgeStale(before: Date): Promise<number> {
    let purged = 0
    for (const folder of [uploadsFolder(this.#root), this.#spool]) {
      for (const name of await readdir(folder)) {
        const path = join(folder, name)
        const entry = await lstat(path).catch(() => undefined)
        if (!entry || entry.mtime >= before) continue
        await rm(path, { recursive: true, force: true })
        purged += 1
      }
    }
    return purged
  }

  /** Also makes the folders, so that a new installation starts with an empty disk. */
  async check(): Promise<void> {
    for (const folder of [uploadsFolder(this.#root), this.#spool]) {
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

  async #publish(id: UploadId, file: string, digest: Digest): Promise<void> {
    const folder = blobFolder(this.#root, digest)
    try {
      if (this.#fileMode !== undefined) await chmod(file, this.#fileMode)
      const place = async () => {
        const changed = await makeFolder(folder)
        await rename(file, join(folder, 'data'))
        return changed
      }
      // Deleting the digest's last blob takes its empty folder away, perhaps right between the two.
      const changed = await place().catch((error: unknown) =>
        hasCode(error, 'ENOENT') ? place() : Promise.reject(error),
      )
      await Promise.all([folder, ...changed].map(sync))
    } catch (error) {
      throw hasCode(error, 'ENOENT') ? new UploadNotFoundError(id, { cause: error }) : translate(error)
    }
    // Empty, unless there were several chunks.
    await rmdir(uploadFolder(this.#root, id)).catch(() => this.cancel(id))
  }

  async #dropFolder(digest: Digest): Promise<void> {
    try {
      await rmdir(blobFolder(this.#root, digest))
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTEMPTY')) throw error
    }
  }
}

async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw translate(error)
  }
}
