import { existsSync, linkSync, renameSync } from 'node:fs'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { digestAlgorithm, digestHex, type Digest, type UploadId } from '@berth/oci'
import type { SealedUpload } from '../blob-store.js'
import {
  DigestMismatchError,
  hasCode,
  TooManyChunksError,
  translate,
  UploadNotFoundError,
  UploadOffsetError,
} from '../errors.js'
import { assemble } from './assemble.js'
import type { AssembleRequest } from './assemble-worker.js'
import { Chunks } from './chunks.js'
import { makeFolder, sync } from './durable.js'
import { HashPool } from './hash-pool.js'
import { blobFolder, blobPath, cancelledPath, chunkPath, joinedPath } from './layout.js'
import type { Owner } from './owner.js'
import type { SpooledFile } from './spooled-file.js'

/** Chunks of one upload. With 1 MiB each, as small as clients make them, it is 10 GiB. */
export const MAX_CHUNKS = 10_000
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

export interface UploadOptions {
  readonly hashThreads: number
  readonly fileMode: number | undefined
  readonly syncBeforeNaming: boolean
}

/** Uploads under way, up to the moment when they become blobs of the tree at `root`. */
export class Uploads {
  readonly #chunks: Chunks
  readonly #pool: HashPool

  constructor(
    private readonly root: string,
    private readonly owner: Owner | undefined,
    private readonly options: UploadOptions,
  ) {
    this.#chunks = new Chunks(root)
    this.#pool = new HashPool(options.hashThreads)
  }

  sizeOf(id: UploadId): number {
    return this.#chunks.measure(id).size
  }

  /** Links a spooled file as the next chunk. @returns size of the upload afterwards */
  add(id: UploadId, offset: number, chunk: SpooledFile): number {
    const { size, count } = this.#chunks.measure(id)
    if (size !== offset) throw new UploadOffsetError(size)
    if (chunk.size === 0) return size
    if (count >= MAX_CHUNKS) throw new TooManyChunksError(MAX_CHUNKS)
    try {
      // Linking fails where the name is taken: of two chunks for the same offset exactly one wins, whatever process they come from.
      linkSync(chunk.path, chunkPath(this.root, id, offset))
    } catch (error) {
      if (hasCode(error, 'EEXIST')) throw new UploadOffsetError(this.sizeOf(id))
      throw translate(error)
    }
    return size + chunk.size
  }

  async seal(id: UploadId, digest: Digest): Promise<SealedUpload> {
    const { size } = this.#chunks.measure(id)
    const files = this.#chunks.list(id)
    // A single chunk becomes the blob as it is.
    const [only] = files.length === 1 ? files : []
    const joined = only === undefined ? joinedPath(this.root, id) : undefined
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
    await dropFiles(this.#chunks.list(id))
    const path = cancelledPath(this.root, id)
    await guarded(writeFile(path, ''))
    this.owner?.give(path)
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  async #hash(request: AssembleRequest, size: number): Promise<string> {
    return size <= INLINE_HASH ? assemble(request.sources, request.algorithm, request.target) : this.#pool.run(request)
  }

  async #publish(id: UploadId, { path, digest, isDurable, parts }: Sealed): Promise<void> {
    const folder = blobFolder(this.root, digest)
    const place = blobPath(this.root, digest)
    try {
      this.owner?.makeFolder(folder)
      if (this.options.fileMode !== undefined) await chmod(path, this.options.fileMode)
      // Of a blob that is there already, durable bytes are not to be replaced by others. Elsewhere bytes and names are synced at once: a
      // file system with a journal then writes it once.
      const isFirst = !isDurable && (this.options.syncBeforeNaming || existsSync(place))
      if (isFirst) await sync(path)
      const folders = moveInto(folder, path, place)
      await Promise.all([...(isDurable || isFirst ? [] : [place]), folder, ...folders].map(sync))
    } catch (error) {
      throw hasCode(error, 'ENOENT') ? new UploadNotFoundError(id, { cause: error }) : translate(error)
    }
    await dropFiles(parts)
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
