import { DistributionError, parseDigest, parseUploadId } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { finishUpload, sendCreated } from './finish.js'
import { receiveChunk } from './receive-chunk.js'
import { requireUpload } from './require-upload.js'
import { uploadPath } from './upload-path.js'

/** Specification: "Pushing blobs", the closing PUT, with or without a last chunk. */
export const closeUpload: Endpoint = {
  name: 'finish-upload',
  methods: ['PUT'],
  pattern: uploadPath,
  access: { repository: ['pull', 'push'] },
  spoolsBody: true,
  async handle(exchange) {
    const id = parseUploadId(exchange.group('id'))
    const { services, name } = exchange
    const digest = parseDigest(exchange.query.get('digest') ?? '')
    try {
      if (!exchange.granted) await requireUpload(services, name, id)
      await receiveChunk(exchange, id)
      await finishUpload(exchange, id, digest)
    } catch (error) {
      // A client that lost the answer to its PUT asks again: the upload is over because the blob is there.
      const isOver = error instanceof DistributionError && error.code === 'BLOB_UPLOAD_UNKNOWN'
      if (!isOver || !(await services.metadata.findBlob(name, digest))) throw error
    }
    sendCreated(exchange, digest)
  },
}
