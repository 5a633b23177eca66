import { DistributionError, parseReference } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { takeRoomToSend } from '../../http/send-large.js'
import { passGates } from '../../policy/pass-gates.js'
import { manifestPath } from './manifest-path.js'

/** RFC 9111, 5.5, for people who look: the upstream did not answer. */
const STALE = '110 - "Response is Stale"'

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
    const [local, policy] = await Promise.all([
      services.metadata.findManifest(name, reference),
      services.policies?.of(name),
    ])
    // A gate looks at what is kept, so it is brought first.
    const wantsBody = request.method === 'GET' || (policy?.gates.length ?? 0) > 0
    const found = policy?.upstream
      ? await policy.upstream.manifest({ name, reference, local, wantsBody })
      : local && { manifest: local, copy: local }
    if (!found) throw unknown()
    const { manifest, copy, isStale } = found
    const userAgent = exchange.header('user-agent')
    await passGates(policy, { identity, name, digest: manifest.digest, manifest: copy ?? 'elsewhere', userAgent })
    const etag = `"${manifest.digest}"`
    const isHeld = exchange.holds(etag)
    if (request.method === 'GET' && !isHeld) {
      await takeRoomToSend(exchange, manifest.size)
      if (exchange.abandoned) return
    }
    if (isStale) reply.header('warning', STALE)
    reply.headers({
      'docker-content-digest': manifest.digest,
      etag,
      'cache-control': 'tag' in reference ? 'private, no-cache' : 'private, max-age=31536000, immutable',
    })
    if (isHeld) {
      reply.code(304).send()
      return
    }
    reply.headers({ 'content-type': manifest.mediaType, 'content-length': manifest.size })
    if (request.method === 'HEAD') {
      reply.send()
      return
    }
    const body =
      found.body ?? services.manifests.get(manifest.digest) ?? (copy && (await services.metadata.manifestBody(copy)))
    if (!body) throw unknown()
    services.manifests.set(manifest.digest, body)
    const told = policy?.tellsPulls
      ? { repository: name, by: exchange.actor, ...('tag' in reference && { tag: reference.tag }) }
      : undefined
    if (copy) services.metadata.countPull(copy, told)
    reply.send(body)
  },
}
