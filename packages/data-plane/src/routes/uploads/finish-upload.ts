import { parseDigest, parseUploadId } from '@berth/oci'
import { bringsBody } from '../../http/body.js'
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
      const upload = await requireUpload(exchange)
      if (bringsBody(exchange) || exchange.header('content-range') !== undefined) await receiveChunk(exchange, upload)
      await finishUpload(exchange, id, digest)
    } catch (error) {
      // A client that lost the answer to its PUT asks again: nothing is left of the upload because the blob is there.
      if ((await services.blobs.uploadSize(id)) || !(await services.metadata.findBlob(name, digest))) throw error
    }
    sendCreated(exchange, digest)
  },
}
