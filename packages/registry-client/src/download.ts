import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { digestAlgorithm, digestHex, type ByteRange, type Digest } from '@berth/oci'
import { toOutboundError } from '@berth/outbound'
import { RegistryError } from './registry-error.js'
import type { RegistryHttp } from './registry-http.js'
import { Patience } from './retry.js'

export interface Download {
  readonly path: string
  readonly scope: string
  readonly digest: Digest
  /** A part, both ends included. */
  readonly range?: ByteRange | undefined
}

/** The bytes of a blob; the whole of one is verified at the end. Where they break off, they are asked for from there on. */
export function download(http: RegistryHttp, wanted: Download): Readable {
  return Readable.from(pieces(http, wanted), { objectMode: false, highWaterMark: 256 * 1024 })
}

async function* pieces(http: RegistryHttp, { path, scope, digest, range }: Download): AsyncGenerator<Buffer> {
  const hash = createHash(digestAlgorithm(digest))
  const patience = new Patience(http.signal)
  let place = range?.start ?? 0
  for (let isDone = false; !isDone;) {
    const isPart = range !== undefined || place > 0
    const headers = isPart ? { range: `bytes=${place}-${range?.end ?? ''}` } : {}
    const response = await http.request(path, { scope, headers, expect: [isPart ? 206 : 200] })
    try {
      for await (const piece of response.stream() as AsyncIterable<Buffer>) {
        place += piece.length
        hash.update(piece)
        patience.reset()
        yield piece
      }
      isDone = true
    } catch (error) {
      await patience.wait(toOutboundError(error, response.url))
    }
  }
  if (range === undefined && hash.digest('hex') !== digestHex(digest))
    throw new RegistryError(200, 'DIGEST_INVALID', `what comes as ${digest} is something else`)
}
