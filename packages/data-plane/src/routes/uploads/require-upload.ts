import { DistributionError, parseUploadId, type UploadId } from '@berth/oci'
import type { Exchange } from '../../http/exchange.js'

export interface OpenUpload {
  readonly id: UploadId
  /** Bytes so far. */
  readonly size: number
}

/** The upload that the path names. It is reached only through the repository it was begun in. @throws {DistributionError} BLOB_UPLOAD_UNKNOWN */
export async function requireUpload(exchange: Exchange): Promise<OpenUpload> {
  const { uploadIds, blobs } = exchange.services
  const id = parseUploadId(exchange.group('id'))
  const size = uploadIds.verify(id, exchange.name) ? await blobs.uploadSize(id) : undefined
  if (size === undefined) throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
  return { id, size }
}
