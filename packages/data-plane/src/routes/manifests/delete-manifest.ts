import { DistributionError, parseReference } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { manifestPath } from './manifest-path.js'

/** Specification: "Deleting tags", "Deleting Manifests". By tag, only the tag goes. */
export const deleteManifest: Endpoint = {
  name: 'delete-manifest',
  methods: ['DELETE'],
  pattern: manifestPath,
  access: { repository: ['delete'] },
  async handle(exchange) {
    const { actor, name } = exchange
    const { metadata } = exchange.services
    const reference = parseReference(exchange.group('reference'))
    const isDeleted =
      'tag' in reference
        ? await metadata.deleteTag(name, reference.tag, actor)
        : await metadata.deleteManifest(name, reference.digest, actor)
    if (!isDeleted) throw new DistributionError('MANIFEST_UNKNOWN')
    exchange.reply.code(202).send()
  },
}
