import { DistributionError, parseReference } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { passGates } from '../../policy/pass-gates.js'
import { manifestPath } from './manifest-path.js'

/** Specification: "Pulling manifests". The body is exactly what was pushed, whatever `Accept` asks for. */
export const getManifest: Endpoint = {
  name: 'get-manifest',
  methods: ['GET', 'HEAD'],
  pattern: manifestPath,
  access: { repository: ['pull'] },
  async handle(exchange) {
    const { reply, request, services, name, identity } = exchange
    const reference = parseReference(exchange.group('reference'))
    const unknown = () =>
      new DistributionError('MANIFEST_UNKNOWN', `manifest ${exchange.group('reference')} not found in ${name}`)
    const manifest = await services.metadata.findManifest(name, reference)
    if (!manifest) throw unknown()
    const userAgent = exchange.header('user-agent')
    const policy = await passGates(services.policies, { identity, name, digest: manifest.digest, manifest, userAgent })
    const etag = `"${manifest.digest}"`
    reply.headers({
      'docker-content-digest': manifest.digest,
      etag,
      'cache-control': 'tag' in reference ? 'private, no-cache' : 'private, max-age=31536000, immutable',
    })
    if (exchange.holds(etag)) {
      reply.code(304).send()
      return
    }
    reply.headers({ 'content-type': manifest.mediaType, 'content-length': manifest.size })
    if (request.method === 'HEAD') {
      reply.send()
      return
    }
    const body = services.manifests.get(manifest.digest) ?? (await services.metadata.manifestBody(manifest))
    if (!body) throw unknown()
    services.manifests.set(manifest.digest, body)
    const told = policy?.tellsPulls
      ? { repository: name, by: exchange.actor, ...('tag' in reference && { tag: reference.tag }) }
      : undefined
    services.metadata.countPull(manifest, told)
    reply.send(body)
  },
}
