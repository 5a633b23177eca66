import { DistributionError, mediaTypes, parseDigest, parseRequestRange, type ByteRange, type Digest } from '@berth/oci'
import { blobPath } from '@berth/storage'
import type { Endpoint } from '../../http/endpoint.js'
import type { Exchange } from '../../http/exchange.js'

/** A link younger than this is far from being reclaimed, so a push that finds it need not refresh it. */
const FRESH_MILLISECONDS = 10 * 60 * 1000

/** Specification: "Pulling blobs", and ranges of them. */
export const getBlob: Endpoint = {
  name: 'get-blob',
  methods: ['GET', 'HEAD'],
  pattern: /^\/v2\/(?<name>.+)\/blobs\/(?<digest>[^/]+)$/,
  access: { repository: ['pull'] },
  async handle(exchange) {
    const { reply, request, name, services } = exchange
    const digest = parseDigest(exchange.group('digest'))
    const blob = await services.metadata.findBlob(name, digest)
    if (!blob) throw new DistributionError('BLOB_UNKNOWN')
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
    if (request.method === 'GET')
      return exchange.proxied ? redirect(exchange, digest) : stream(exchange, digest, blob.size)
    const isPush = exchange.identity.may({ type: 'repository', name, actions: ['push'] })
    // Clients ask before they push, and leave out what is there: it has to stay until their manifest comes.
    const isOld = Date.now() - blob.linkedAt.getTime() > FRESH_MILLISECONDS
    if (isPush && isOld && !(await services.metadata.keepBlob(name, digest)))
      throw new DistributionError('BLOB_UNKNOWN')
    reply.headers({ 'accept-ranges': 'bytes', 'content-length': blob.size }).send()
  },
}

/** Lets the proxy send the file. With a length of 0 it keeps the connection to the registry. */
function redirect({ reply }: Exchange, digest: Digest): void {
  reply.headers({ 'x-accel-redirect': blobPath('/_storage', digest), 'content-length': 0 }).send()
}

async function stream(exchange: Exchange, digest: Digest, size: number): Promise<void> {
  const { reply, services } = exchange
  const range = requestedRange(exchange, size)
  const source = await services.blobs.read(digest, range)
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`)
  reply.headers({ 'accept-ranges': 'bytes', 'content-length': range ? range.end - range.start + 1 : size }).send(source)
}

/** @throws {DistributionError} RANGE_INVALID */
function requestedRange(exchange: Exchange, size: number): ByteRange | undefined {
  const range = exchange.header('range')
  const condition = exchange.header('if-range')
  const etag = exchange.reply.getHeader('etag')
  if (range === undefined || (condition !== undefined && condition !== etag)) return undefined
  try {
    return parseRequestRange(range, size)
  } catch (error) {
    exchange.reply.header('content-range', `bytes */${size}`)
    throw error
  }
}
