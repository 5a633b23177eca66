import { Readable } from 'node:stream'
import { DistributionError, documentsAtWork, MAX_MANIFEST_SIZE, SMALL_DOCUMENT } from '@berth/oci'
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

/** The same; of a body that breaks off what came of it. */
async function* piecesOf(request: FastifyRequest): AsyncGenerator<Buffer> {
  try {
    yield* chunksOf(request)
  } catch (error) {
    if (!request.raw.readableAborted) throw error
  }
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

export interface ReceivedFile {
  readonly file: Spooled
  /** False where the connection was lost before the end of the body. */
  readonly isWhole: boolean
}

/**
 * The body as a file: spooled by the proxy, which hands on whole ones alone, or else from the connection.
 *
 * @returns undefined for an empty body
 * @throws {DistributionError} BLOB_UPLOAD_INVALID for a spooled file without a grant: it is taken from the proxy alone
 */
export async function receiveFile(exchange: Exchange): Promise<ReceivedFile | undefined> {
  const { blobs } = exchange.services
  const path = spoolPath(exchange)
  if (path !== undefined) {
    if (!exchange.granted) throw new DistributionError('BLOB_UPLOAD_INVALID', 'the body came too late, begin again')
    return { file: await blobs.spooled(path), isWhole: true }
  }
  if (isEmpty(exchange.request)) return undefined
  await blobs.admit(Number(exchange.header('content-length') ?? 0))
  const file = await blobs.spool(Readable.from(piecesOf(exchange.request), BYTES))
  return { file, isWhole: exchange.request.raw.complete }
}

/**
 * A manifest in memory, once there is room for all of it among the documents at work. Behind a proxy, which has all of it, it waits there for
 * its turn. Of other clients nobody knows how long they take to send it: what is large waits in the spool, so that a thousand of them hold no
 * memory, and none of them keeps the room from others.
 *
 * @param held keeps its place in the room, for as long as the manifest is worked on
 * @throws {DistributionError} MANIFEST_TOO_LARGE, before more than a manifest may have is read; TOOMANYREQUESTS; `AbortError` where the client goes
 */
export async function receiveManifest(exchange: Exchange, held: DisposableStack): Promise<Buffer> {
  const { request, services, proxied } = exchange
  const announced = Number(exchange.header('content-length') ?? 0)
  if (announced > MAX_MANIFEST_SIZE) throw new DistributionError('MANIFEST_TOO_LARGE')
  if (proxied) held.use(await documentsAtWork.take(announced, exchange.gone))
  await using rest = ofManifest(chunksOf(request))
  const [start, isAll] = await firstOf(rest, proxied ? MAX_MANIFEST_SIZE : SMALL_DOCUMENT)
  if (isAll) return Buffer.concat(start)
  const file = await services.blobs.spool(Readable.from(joined(start, rest), BYTES))
  try {
    held.use(await documentsAtWork.take(file.size, exchange.gone))
  } catch (error) {
    await services.blobs.discard(file)
    throw error
  }
  return services.blobs.unspool(file)
}

/** @throws {DistributionError} MANIFEST_TOO_LARGE */
async function* ofManifest(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const bytes of chunks) {
    size += bytes.length
    if (size > MAX_MANIFEST_SIZE) throw new DistributionError('MANIFEST_TOO_LARGE')
    yield bytes
  }
}

/** What comes first, until that is more than `most` bytes; and whether it is all. */
async function firstOf(chunks: AsyncIterator<Buffer>, most: number): Promise<[Buffer[], boolean]> {
  const first: Buffer[] = []
  let size = 0
  while (size <= most) {
    const next = await chunks.next()
    if (next.done) return [first, true]
    size += next.value.length
    first.push(next.value)
  }
  return [first, false]
}

async function* joined(first: Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first.splice(0)
  yield* rest
}
