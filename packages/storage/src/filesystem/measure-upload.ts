import { existsSync, statSync } from 'node:fs'
import type { UploadId } from '@berth/oci'
import { UploadNotFoundError } from '../errors.js'
import { cancelledPath, chunkPath } from './layout.js'

export interface Chunks {
  /** Files, in their order. */
  readonly files: readonly string[]
  /** Bytes of all of them. */
  readonly size: number
}

/**
 * An upload's chunks: each is looked for where the one before it ends. Blocks: looking at files just written costs less than the way
 * to another thread and back.
 */
export function findChunks(root: string, id: UploadId): Chunks {
  const files: string[] = []
  let size = 0
  for (;;) {
    const path = chunkPath(root, id, size)
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found || found.size === 0) return { files, size }
    files.push(path)
    size += found.size
  }
}

/** As {@link findChunks}. @throws {UploadNotFoundError} for an upload that was cancelled */
export function measureUpload(root: string, id: UploadId): Chunks {
  const chunks = findChunks(root, id)
  if (chunks.size === 0 && existsSync(cancelledPath(root, id))) throw new UploadNotFoundError(id)
  return chunks
}
