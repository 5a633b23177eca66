import { existsSync, statSync } from 'node:fs'
import type { UploadId } from '@berth/oci'
import { LRUCache } from 'lru-cache'
import { UploadNotFoundError } from '../errors.js'
import { cancelledPath, chunkPath } from './layout.js'

/** Uploads of which it is remembered how far they are. */
const REMEMBERED = 10_000

export interface Extent {
  /** Bytes of all chunks. */
  readonly size: number
  readonly count: number
}

interface Known extends Extent {
  /** Bytes of the first chunk. */
  readonly first: number
  /** Where the last one starts. */
  readonly last: number
}

/**
 * The chunks of uploads, each a file that is looked for where the one before it ends. Chunks never change, so those that were seen before
 * are not looked for again, as long as the first and the last of them are there. Blocks: looking at files just written costs less than the
 * way to another thread and back.
 */
export class Chunks {
  readonly #known = new LRUCache<UploadId, Known>({ max: REMEMBERED })

  constructor(private readonly root: string) {}

  /** @throws {UploadNotFoundError} for an upload that was cancelled */
  measure(id: UploadId): Extent {
    let extent = this.#remembered(id) ?? { size: 0, count: 0, first: 0, last: 0 }
    for (let size = this.#sizeAt(id, extent.size); size > 0; size = this.#sizeAt(id, extent.size)) {
      const first = extent.count === 0 ? size : extent.first
      extent = { size: extent.size + size, count: extent.count + 1, first, last: extent.size }
    }
    this.#remember(id, extent)
    if (extent.size === 0 && existsSync(cancelledPath(this.root, id))) throw new UploadNotFoundError(id)
    return extent
  }

  /** Paths of all of them, in their order. */
  list(id: UploadId): string[] {
    const files: string[] = []
    let offset = 0
    for (let size = this.#sizeAt(id, offset); size > 0; size = this.#sizeAt(id, offset)) {
      files.push(chunkPath(this.root, id, offset))
      offset += size
    }
    return files
  }

  /** Bytes of the chunk that starts at `offset`; 0 where there is none. */
  #sizeAt(id: UploadId, offset: number): number {
    return statSync(chunkPath(this.root, id, offset), { throwIfNoEntry: false })?.size ?? 0
  }

  #remembered(id: UploadId): Known | undefined {
    const known = this.#known.get(id)
    if (!known) return undefined
    const isThere = this.#sizeAt(id, 0) === known.first && this.#sizeAt(id, known.last) === known.size - known.last
    return isThere ? known : undefined
  }

  #remember(id: UploadId, known: Known): void {
    if (known.count > 1) this.#known.set(id, known)
    else this.#known.delete(id)
  }
}
