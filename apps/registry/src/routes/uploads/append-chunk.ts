import { parseUploadId } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { describeUpload } from './describe-upload.js'
import { receiveChunk } from './receive-chunk.js'
import { uploadPath } from './upload-path.js'

/** Specification: "Pushing a blob in chunks". Without `Content-Range`, the body goes to the end. */
export const appendChunk: Endpoint = {
  name: 'append-chunk',
  methods: ['PATCH'],
  pattern: uploadPath,
  access: { repository: ['pull', 'push'] },
  spoolsBody: true,
  async handle(exchange) {
    const id = parseUploadId(exchange.group('id'))
    describeUpload(exchange, id, await receiveChunk(exchange, id))
    exchange.reply.code(202).send()
  },
}
