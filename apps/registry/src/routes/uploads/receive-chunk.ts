import { DistributionError, parseChunkRange, type UploadId } from '@berth/oci'
import { UploadOffsetError } from '@berth/storage'
import { receiveFile } from '../../http/body.js'
import type { Exchange } from '../../http/exchange.js'
import { describeUpload } from './describe-upload.js'

/**
 * Adds the request's body to an upload, at the place that `Content-Range` says or else at the end.
 *
 * @returns size of the upload afterwards
 * @throws {DistributionError} RANGE_INVALID, with the headers that tell where to go on; SIZE_INVALID; BLOB_UPLOAD_UNKNOWN
 */
export async function receiveChunk(exchange: Exchange, id: UploadId): Promise<number> {
  const { blobs, metadata } = exchange.services
  const declared = exchange.header('content-range')
  const range = declared === undefined ? undefined : parseChunkRange(declared)
  const size = await blobs.uploadSize(id)
  if (size === undefined) throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
  try {
    if (range && range.start !== size) throw new UploadOffsetError(size)
    const chunk = await receiveFile(exchange)
    if (range && chunk?.size !== range.end - range.start + 1) {
      if (chunk) await blobs.discard(chunk)
      throw new DistributionError('SIZE_INVALID')
    }
    if (!chunk) return size
    const after = await blobs.adopt(id, size, chunk)
    // Only tells that the upload is alive: not worth waiting for.
    metadata
      .touchUpload(id, after)
      .catch((error: unknown) =>
        exchange.request.log.warn({ reqId: exchange.request.id, err: error }, 'upload not touched'),
      )
    return after
  } catch (error) {
    if (error instanceof UploadOffsetError) describeUpload(exchange, id, error.size)
    throw error
  }
}
