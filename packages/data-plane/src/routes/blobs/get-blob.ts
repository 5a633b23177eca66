import { DistributionError, mediaTypes, parseDigest, type Digest } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import type { Exchange } from '../../http/exchange.js'
import { locateBlob, type LocatedBlob } from './locate-blob.js'
import { streamBlob, streamFlow } from './stream-blob.js'

/** A link younger than this is far from being reclaimed, so a push that finds it need not refresh it. */
const FRESH_MILLISECONDS = 10 * 60 * 1000

/** Specification: "Pulling blobs", and ranges of them. */
export const getBlob: Endpoint = {
  name: 'get-blob',
  methods: ['GET', 'HEAD'],
  pattern: /^\/v2\/(?<name>.+)\/blobs\/(?<digest>[^/]+)$/,
  access: { repository: ['pull'] },
  async handle(exchange) {
    const { reply, request, name, services, identity } = exchange
    const digest = parseDigest(exchange.group('digest'))
    const { blob, location } = await bring(exchange, await locateBlob(services, identity, name, digest), digest)
    const etag = `"${digest}"`
    reply.headers({
      'docker-content-digest': digest,
      etag,
      'cache-control': 'private, max-age=31536000, immutable',
    })
    if (exchange.holds(etag)) {
      reply.code(304).send()
      return
    }
    reply.header('content-type', mediaTypes.octetStream)
    if (request.method === 'GET') {
      if ('read' in blob) streamFlow(exchange, blob)
      else if (location && 'redirect' in location) sendElsewhere(exchange, location.redirect)
      else if (location && exchange.proxied) handOver(exchange, location.file)
      else await streamBlob(exchange, digest, blob.size)
      return
    }
    const isPush = identity.may({ type: 'repository', name, actions: ['push'] })
    // Clients ask before they push, and leave out what is there: it has to stay until their manifest comes.
    const isOld = 'linkedAt' in blob && Date.now() - blob.linkedAt.getTime() > FRESH_MILLISECONDS
    if (isPush && isOld && !(await services.metadata.keepBlob(name, digest)))
      throw new DistributionError('BLOB_UNKNOWN')
    reply.headers({ 'accept-ranges': 'bytes', 'content-length': blob.size }).send()
  },
}

/** What is to be sent: a blob of the repository, or one on its way into it. Of that, who asks for its head is told the size alone. */
async function bring(exchange: Exchange, found: LocatedBlob, digest: Digest) {
  const { services, identity, name, request } = exchange
  const { blob, location, upstream } = found
  if (blob) return { blob, location }
  if (request.method === 'HEAD') {
    const size = await upstream?.findBlob(name, digest)
    if (size !== undefined) return { blob: { size }, location: undefined }
  } else {
    const coming = await upstream?.blob(name, digest)
    if (coming !== undefined && coming !== 'stored') return { blob: coming, location: undefined }
    const stored = coming && (await locateBlob(services, identity, name, digest))
    if (stored?.blob) return { blob: stored.blob, location: stored.location }
  }
  throw new DistributionError('BLOB_UNKNOWN')
}

/** Lets the proxy send the file. With a length of 0 it keeps the connection to the registry. */
function handOver({ reply }: Exchange, file: string): void {
  reply.headers({ 'x-accel-redirect': `/_storage${file}`, 'content-length': 0 }).send()
}

/** The address may be good for a while only, unlike the blob. */
function sendElsewhere({ reply }: Exchange, address: string): void {
  reply.headers({ location: address, 'cache-control': 'private, no-store', 'content-length': 0 }).code(307).send()
}
