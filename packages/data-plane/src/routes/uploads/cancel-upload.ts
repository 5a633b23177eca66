import type { Endpoint } from '../../http/endpoint.js'
import { dropUpload } from './drop-upload.js'
import { requireUpload } from './require-upload.js'
import { uploadPath } from './upload-path.js'

export const cancelUpload: Endpoint = {
  name: 'cancel-upload',
  methods: ['DELETE'],
  pattern: uploadPath,
  access: { repository: ['pull', 'push'] },
  async handle(exchange) {
    const { id } = await requireUpload(exchange)
    await dropUpload(exchange, id)
    exchange.reply.code(204).send()
  },
}
