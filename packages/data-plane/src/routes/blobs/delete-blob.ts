import { DistributionError, parseDigest } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'

/** Specification: "Deleting Blobs". Takes the blob from this repository; others that link it keep it. */
export const deleteBlob: Endpoint = {
  name: 'delete-blob',
  methods: ['DELETE'],
  pattern: /^\/v2\/(?<name>.+)\/blobs\/(?<digest>[^/]+)$/,
  access: { repository: ['delete'] },
  async handle(exchange) {
    const digest = parseDigest(exchange.group('digest'))
    if (!(await exchange.services.metadata.unlinkBlob(exchange.name, digest)))
      throw new DistributionError('BLOB_UNKNOWN')
    exchange.reply.code(202).send()
  },
}
