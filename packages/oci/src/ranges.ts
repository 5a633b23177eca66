import { DistributionError } from './errors.js'

/** Bytes `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

const chunk = /^(?:bytes[ =])?(\d{1,15})-(\d{1,15})(?:\/(?:\d+|\*))?$/
/** Of a number with more digits than any size has, it is enough that it is large. */
const request = /^(?:(\d{1,40})-(\d{1,40})?|-(\d{1,40}))$/
/** Who asks for more at once gets everything. */
const MAX_RANGES = 200

/**
 * `Content-Range` of an upload chunk: `<start>-<end>`, with or without a leading `bytes `.
 * @throws {DistributionError} RANGE_INVALID
 */
export function parseChunkRange(header: string): ByteRange {
  const match = chunk.exec(header.trim())
  const range = match && { start: Number(match[1]), end: Number(match[2]) }
  if (!range || range.end < range.start) throw new DistributionError('RANGE_INVALID', 'malformed Content-Range')
  return range
}

/**
 * `Range` of a download over `size` bytes, of one range or several, without those that lie behind its end. Another unit, what cannot be
 * read, and ranges that are more than the whole are ignored as RFC 9110 allows: undefined, send everything.
 *
 * @throws {DistributionError} RANGE_INVALID where no byte of them exists
 */
export function parseRequestRanges(header: string, size: number): readonly ByteRange[] | undefined {
  const [, list] = /^bytes=(.*)$/i.exec(header.trim()) ?? []
  const named = list?.split(',').map((part) => part.trim()) ?? []
  const parts = named.filter((part) => part !== '').map((part) => request.exec(part))
  // Of an empty blob there is nothing to be had in parts; some clients ask so for everything.
  if (size === 0 || parts.length === 0 || parts.length > MAX_RANGES) return undefined
  const ranges: ByteRange[] = []
  for (const part of parts) {
    if (!part) return undefined
    const [, first, last, suffix] = part
    const start = suffix === undefined ? Number(first) : Math.max(0, size - Number(suffix))
    const end = suffix === undefined && last !== undefined ? Math.min(Number(last), size - 1) : size - 1
    if (start <= end && Number(suffix) !== 0) ranges.push({ start, end })
  }
  if (ranges.length === 0) throw new DistributionError('RANGE_INVALID')
  return ranges.length > 1 && ranges.reduce((sum, range) => sum + lengthOf(range), 0) > size ? undefined : ranges
}

export function lengthOf({ start, end }: ByteRange): number {
  return end - start + 1
}
