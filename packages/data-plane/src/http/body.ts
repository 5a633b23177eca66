import { Readable } from 'node:stream'
import { DistributionError } from '@berth/oci'
import type { Spooled } from '@berth/storage'
import type { FastifyRequest } from 'fastify'
import type { Exchange } from './exchange.js'

const BYTES = { objectMode: false, highWaterMark: 256 * 1024 }

/**
 * The body piece by piece. Who stops early leaves the connection as it is: an error is still to be sent over it. So does who stops because
 * of an error of its own, as of a full disk: thrown into the request's own iterator, that would end the connection.
 */
async function* chunksOf(request: FastifyRequest): AsyncGenerator<Buffer> {
  for await (const chunk of request.raw.iterator({ destroyOnReturn: false })) yield chunk
}

function isEmpty(request: FastifyRequest): boolean {
  return request.headers['transfer-encoding'] === undefined && Number(request.headers['content-length'] ?? 0) === 0
}

/** Where a proxy has spooled the body. */
function spoolPath(exchange: Exchange): string | undefined {
  return exchange.services.grants && exchange.header('x-berth-body')
}

export function bringsBody(exchange: Exchange): boolean {
  return spoolPath(exchange) !== undefined || !isEmpty(exchange.request)
}

/**
 * The body as a file: spooled by the proxy, or else from the connection.
 *
 * @returns undefined for an empty body
 * @throws {DistributionError} BLOB_UPLOAD_INVALID for a spooled file without a grant: it is taken from the proxy alone
 */
export async function receiveFile(exchange: Exchange): Promise<Spooled | undefined> {
  const { blobs } = exchange.services
  const path = spoolPath(exchange)
  if (path !== undefined) {
    if (!exchange.granted) throw new DistributionError('BLOB_UPLOAD_INVALID', 'the body came too late, begin again')
    return blobs.spooled(path)
  }
  if (isEmpty(exchange.request)) return undefined
  await blobs.admit(Number(exchange.header('content-length') ?? 0))
  return blobs.spool(Readable.from(chunksOf(exchange.request), BYTES))
}

/**
 * The body in memory.
 * @throws {DistributionError} MANIFEST_TOO_LARGE above `limit` bytes, before more than that is read
 */
export async function receiveBytes({ request }: Exchange, limit: number): Promise<Buffer> {
  const tooLarge = () => new DistributionError('MANIFEST_TOO_LARGE')
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const bytes of chunksOf(request)) {
    size += bytes.length
    if (size > limit) throw tooLarge()
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
