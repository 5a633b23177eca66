import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { UploadId } from '@berth/oci'
import { hasCode, UploadNotFoundError } from '../errors.js'
import { chunkOffset, uploadFolder } from './layout.js'

interface Chunk {
  readonly path: string
  readonly offset: number
}

/**
 * An upload's chunks in their order, and how many bytes they are. Blocks: looking at a folder just written to costs less than the way
 * to another thread and back.
 *
 * @throws {UploadNotFoundError}
 */
export function measureUpload(
  root: string,
  id: UploadId,
): { readonly chunks: readonly Chunk[]; readonly size: number } {
  const folder = uploadFolder(root, id)
  try {
    const chunks = readdirSync(folder)
      .sort()
      .map((name) => ({ path: join(folder, name), offset: chunkOffset(name) }))
      .filter((chunk): chunk is Chunk => chunk.offset !== undefined)
    const last = chunks.at(-1)
    return { chunks, size: last ? last.offset + statSync(last.path).size : 0 }
  } catch (cause) {
    throw hasCode(cause, 'ENOENT') ? new UploadNotFoundError(id, { cause }) : cause
  }
}
