import type { Endpoint } from '../../http/endpoint.js'
import { describeUpload } from './describe-upload.js'
import { receiveChunk } from './receive-chunk.js'
import { requireUpload } from './require-upload.js'
import { uploadPath } from './upload-path.js'

/** Specification: "Pushing a blob in chunks". Without `Content-Range`, the body goes to the end. */
export const appendChunk: Endpoint = {
  name: 'append-chunk',
  methods: ['PATCH'],
  pattern: uploadPath,
  access: { repository: ['pull', 'push'] },
  spoolsBody: true,
  async handle(exchange) {
    const upload = await requireUpload(exchange)
    describeUpload(exchange, upload.id, await receiveChunk(exchange, upload))
    exchange.reply.code(202).send()
  },
}
