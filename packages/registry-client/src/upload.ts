import type { Readable } from 'node:stream'
import type { Digest } from '@berth/oci'
import type { OutboundResponse } from '@berth/outbound'
import { isTransient, RegistryError } from './registry-error.js'
import type { RegistryHttp } from './registry-http.js'
import { Patience } from './retry.js'

/** Bytes that are lost at most where a connection breaks. */
const CHUNK = 128 * 1024 * 1024

/** Bytes that are to be sent, which can be opened at any place, as often as it takes. */
export interface Content {
  readonly digest: Digest
  readonly size: number
  /** @param range both ends included */
  open(range: { readonly start: number; readonly end: number }): Promise<Readable>
}

export interface Upload {
  readonly name: string
  /** What a token has to grant. */
  readonly scope: string
  readonly content: Content
  /** What is sent in one request at most. */
  readonly chunkBytes?: number | undefined
}

/** Sends a blob in chunks; after a fault goes on from where the registry says that it is. */
export async function upload(http: RegistryHttp, wanted: Upload): Promise<void> {
  const { name, scope, content } = wanted
  const patience = new Patience(http.signal)
  let place: Place | undefined
  let furthest = 0
  for (;;) {
    try {
      place ??= await begin(http, name, scope)
      while (place.offset < content.size) {
        place = await sendChunk(http, place, wanted)
        // What begins anew goes over the same ground again: that is no way forward.
        if (place.offset > furthest) patience.reset()
        furthest = Math.max(furthest, place.offset)
      }
      const url = new URL(place.url)
      url.searchParams.set('digest', content.digest)
      const closing = { method: 'PUT', scope, headers: { 'content-length': '0' }, expect: [201, 204] } as const
      ;(await http.once(url, closing)).drop()
      return
    } catch (error) {
      // A token may end while bytes are on their way: what comes next asks for another. A registry that never lets in says the same.
      const isBehind = error instanceof RegistryError && (error.status === 401 || error.status === 416)
      // A registry that was killed meanwhile may have kept other bytes than it said.
      const isSpoilt = error instanceof RegistryError && error.status === 400 && error.code === 'DIGEST_INVALID'
      await patience.wait(error, isBehind || isSpoilt || isTransient(error))
      place = place && !isSpoilt ? await whereIs(http, place, scope) : undefined
    }
  }
}

/** How far an upload is, and where it goes on. */
interface Place {
  readonly url: URL
  readonly offset: number
}

async function begin(http: RegistryHttp, name: string, scope: string): Promise<Place> {
  const headers = { 'content-length': '0' }
  return placeOf(await http.request(`${name}/blobs/uploads/`, { method: 'POST', scope, headers, expect: [202] }), 0)
}

async function sendChunk(
  http: RegistryHttp,
  { url, offset }: Place,
  { scope, content, chunkBytes = CHUNK }: Upload,
): Promise<Place> {
  const end = Math.min(offset + chunkBytes, content.size) - 1
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String(end - offset + 1),
    'content-range': `${offset}-${end}`,
  }
  const body = await content.open({ start: offset, end })
  try {
    return placeOf(await http.once(url, { method: 'PATCH', scope, headers, body, expect: [202, 204] }), end + 1)
  } finally {
    body.destroy()
  }
}

/** @returns undefined where the upload has to begin anew */
async function whereIs(http: RegistryHttp, { url }: Place, scope: string): Promise<Place | undefined> {
  try {
    const response = await http.request(url, { scope, expect: [204] })
    const [, end = ''] = /^(?:bytes=)?0-(\d+)$/.exec(response.header('range') ?? '') ?? []
    // The header knows no empty range: one byte and none read the same.
    return Number(end) > 0 ? placeOf(response, Number(end) + 1) : undefined
  } catch (error) {
    if (error instanceof RegistryError && !isTransient(error)) return undefined
    throw error
  }
}

/** @throws {RegistryError} for an answer that does not say where to go on */
function placeOf(response: OutboundResponse, offset: number): Place {
  response.drop()
  const url = URL.parse(response.header('location') ?? '', response.url.href)
  if (!url || response.header('location') === undefined)
    throw new RegistryError(200, 'UNKNOWN', `${response.url.host} does not say where the upload goes on`)
  return { url, offset }
}
