import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { DistributionError, lengthOf, mediaTypes, parseRequestRanges, type ByteRange, type Digest } from '@berth/oci'
import type { BlobStore } from '@berth/storage'
import type { Exchange } from '../../http/exchange.js'
import type { UpstreamBlob } from '../../upstream/upstream.js'

/** Sends a blob through this process, or the parts of it that the client asks for. */
export async function streamBlob(exchange: Exchange, digest: Digest, size: number): Promise<void> {
  const { reply, services } = exchange
  reply.header('accept-ranges', 'bytes')
  const ranges = requestedRanges(exchange, size) ?? []
  if (ranges.length > 1) {
    await sendParts(exchange, digest, size, ranges)
    return
  }
  const [range] = ranges
  const source = await services.blobs.read(digest, range)
  if (range) reply.code(206).header('content-range', contentRange(range, size))
  reply.header('content-length', range ? lengthOf(range) : size).send(source)
}

/** Sends a blob while it comes; of several parts that a client asks for, the whole. */
export function streamFlow(exchange: Exchange, blob: Exclude<UpstreamBlob, 'stored'>): void {
  const { reply } = exchange
  const { size } = blob
  const ranges = requestedRanges(exchange, size) ?? []
  const [range] = ranges.length === 1 ? ranges : []
  if (range) reply.code(206).header('content-range', contentRange(range, size))
  reply
    // The proxy in front is to pass on what there is.
    .headers({ 'accept-ranges': 'bytes', 'x-accel-buffering': 'no' })
    .header('content-length', range ? lengthOf(range) : size)
    .send(blob.read(range))
}

/** @throws {DistributionError} RANGE_INVALID */
function requestedRanges(exchange: Exchange, size: number): readonly ByteRange[] | undefined {
  const range = exchange.header('range')
  const condition = exchange.header('if-range')
  const etag = exchange.reply.getHeader('etag')
  if (range === undefined || (condition !== undefined && condition !== etag)) return undefined
  try {
    return parseRequestRanges(range, size)
  } catch (error) {
    exchange.reply.header('content-range', `bytes */${size}`)
    throw error
  }
}

/** As `multipart/byteranges`. RFC 9110, 14.6 */
async function sendParts(
  { reply, services: { blobs } }: Exchange,
  digest: Digest,
  size: number,
  ranges: readonly ByteRange[],
): Promise<void> {
  if (!(await blobs.stat(digest))) throw new DistributionError('BLOB_UNKNOWN')
  const boundary = randomUUID()
  const parts = ranges.map((range) => ({ range, head: partHead(boundary, contentRange(range, size)) }))
  const end = `\r\n--${boundary}--\r\n`
  const length = parts.reduce((sum, { range, head }) => sum + head.length + lengthOf(range), end.length)
  reply
    .code(206)
    .headers({ 'content-type': `multipart/byteranges; boundary=${boundary}`, 'content-length': length })
    .send(Readable.from(joined(blobs, digest, parts, end), { objectMode: false }))
}

async function* joined(
  blobs: BlobStore,
  digest: Digest,
  parts: readonly { readonly range: ByteRange; readonly head: string }[],
  end: string,
): AsyncGenerator<Buffer> {
  for (const { range, head } of parts) {
    yield Buffer.from(head)
    yield* await blobs.read(digest, range)
  }
  yield Buffer.from(end)
}

function partHead(boundary: string, range: string): string {
  return `\r\n--${boundary}\r\nContent-Type: ${mediaTypes.octetStream}\r\nContent-Range: ${range}\r\n\r\n`
}

function contentRange({ start, end }: ByteRange, size: number): string {
  return `bytes ${start}-${end}/${size}`
}
