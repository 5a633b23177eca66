import { UserError } from '@berth/contracts'
import { DistributionError, parseChunkRange } from '@berth/oci'
import { UploadNotFoundError, UploadOffsetError, type Spooled } from '@berth/storage'
import { receiveFile } from '../../http/body.js'
import type { Exchange } from '../../http/exchange.js'
import { describeUpload } from './describe-upload.js'
import { dropUpload } from './drop-upload.js'
import type { OpenUpload } from './require-upload.js'

/**
 * Adds the request's body to an upload, at the place that `Content-Range` says or else at the end. Of a body that breaks off, what came of
 * it is added: the client asks how far the upload is, and goes on from there.
 *
 * @returns size of the upload afterwards
 * @throws {DistributionError} RANGE_INVALID, with the headers that tell where to go on; SIZE_INVALID; BLOB_UPLOAD_INVALID where it broke off
 */
export async function receiveChunk(exchange: Exchange, { id, size }: OpenUpload): Promise<number> {
  const { blobs } = exchange.services
  const declared = exchange.header('content-range')
  const range = declared === undefined ? undefined : parseChunkRange(declared)
  try {
    if (range && range.start !== size) throw new UploadOffsetError(size)
    const { file, isWhole } = (await receiveFile(exchange)) ?? { file: undefined, isWhole: true }
    if (range && !fits(file?.size ?? 0, range.end - range.start + 1, isWhole)) {
      if (file) await blobs.discard(file)
      throw new DistributionError('SIZE_INVALID')
    }
    if (!file) return size
    const reached = await addChunk(exchange, { id, size }, file)
    if (!isWhole) throw new DistributionError('BLOB_UPLOAD_INVALID', 'the body broke off')
    return reached
  } catch (error) {
    if (error instanceof UploadOffsetError) describeUpload(exchange, id, error.size)
    throw error
  }
}

const fits = (size: number, declared: number, isWhole: boolean) => (isWhole ? size === declared : size <= declared)

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
