import { UserError } from '@berth/contracts'
import { DistributionError, parseChunkRange } from '@berth/oci'
import { UploadNotFoundError, UploadOffsetError, type Spooled } from '@berth/storage'
import { receiveFile } from '../../http/body.js'
import type { Exchange } from '../../http/exchange.js'
import { describeUpload } from './describe-upload.js'
import { dropUpload } from './drop-upload.js'
import type { OpenUpload } from './require-upload.js'

/**
 * Adds the request's body to an upload, at the place that `Content-Range` says or else at the end.
 *
 * @returns size of the upload afterwards
 * @throws {DistributionError} RANGE_INVALID, with the headers that tell where to go on; SIZE_INVALID
 */
export async function receiveChunk(exchange: Exchange, { id, size }: OpenUpload): Promise<number> {
  const { blobs } = exchange.services
  const declared = exchange.header('content-range')
  const range = declared === undefined ? undefined : parseChunkRange(declared)
  try {
    if (range && range.start !== size) throw new UploadOffsetError(size)
    const chunk = await receiveFile(exchange)
    if (range && chunk?.size !== range.end - range.start + 1) {
      if (chunk) await blobs.discard(chunk)
      throw new DistributionError('SIZE_INVALID')
    }
    if (!chunk) return size
    return await addChunk(exchange, { id, size }, chunk)
  } catch (error) {
    if (error instanceof UploadOffsetError) describeUpload(exchange, id, error.size)
    throw error
  }
}

/** What is refused is not kept in the spool. What does not fit in the project goes at once, for the client has no use of it either; an upload that has ended meanwhile counts no more. */
async function addChunk(exchange: Exchange, { id, size }: OpenUpload, chunk: Spooled): Promise<number> {
  const { metadata, blobs } = exchange.services
  const { kind, id: number, name } = exchange.actor
  const holder = `${kind} ${number ?? name}`
  try {
    await metadata.holdUpload({ repository: exchange.name, id, size: size + chunk.size, holder })
    return await blobs.receive(id, size, chunk)
  } catch (error) {
    await blobs.discard(chunk)
    if (error instanceof UserError) await dropUpload(exchange, id)
    if (error instanceof UploadNotFoundError) await metadata.releaseUpload(exchange.name, id)
    throw error
  }
}
