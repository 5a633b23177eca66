import { DistributionError, parseUploadId } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { uploadPath } from './upload-path.js'

export const cancelUpload: Endpoint = {
  name: 'cancel-upload',
  methods: ['DELETE'],
  pattern: uploadPath,
  access: { repository: ['pull', 'push'] },
  async handle(exchange) {
    const id = parseUploadId(exchange.group('id'))
    if (!(await exchange.services.metadata.endUpload(exchange.name, id))) {
      throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
    }
    await exchange.services.blobs.cancel(id)
    exchange.reply.code(204).send()
  },
}
