import { DistributionError, parseDigest, parseUploadId } from '@berth/oci'
import { bringsBody } from '../../http/body.js'
import type { Endpoint } from '../../http/endpoint.js'
import { finishUpload, sendCreated } from './finish.js'
import { receiveChunk } from './receive-chunk.js'
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
      if (bringsBody(exchange) || exchange.header('content-range') !== undefined) await receiveChunk(exchange, id)
      await finishUpload(exchange, id, digest)
    } catch (error) {
      if (await services.metadata.hasUpload(name, id)) throw error
      // A client that lost the answer to its PUT asks again: the upload is over because the blob is there.
      if (!(await services.metadata.findBlob(name, digest))) throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
    }
    sendCreated(exchange, digest)
  },
}
