import type { Endpoint } from '../../http/endpoint.js'
import { describeUpload } from './describe-upload.js'
import { requireUpload } from './require-upload.js'
import { uploadPath } from './upload-path.js'

/** How far an upload is: where a client whose connection broke goes on. */
export const uploadStatus: Endpoint = {
  name: 'upload-status',
  methods: ['GET', 'HEAD'],
  pattern: uploadPath,
  access: { repository: ['pull', 'push'] },
  async handle(exchange) {
    const { id, size } = await requireUpload(exchange)
    describeUpload(exchange, id, size)
    exchange.reply.code(204).send()
  },
}
