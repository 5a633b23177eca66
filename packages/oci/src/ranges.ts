import { DistributionError } from './errors.js'

/** Bytes `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

const chunk = /^(?:bytes[ =])?(\d{1,15})-(\d{1,15})(?:\/(?:\d+|\*))?$/
const request = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/

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
 * `Range` of a download over `size` bytes. Several ranges, or another unit, are ignored as RFC 9110 allows: undefined, send everything.
 * @throws {DistributionError} RANGE_INVALID where no byte of it exists
 */
export function parseRequestRange(header: string, size: number): ByteRange | undefined {
  const match = request.exec(header.trim())
  if (!match) return undefined
  const [, first, last, suffix] = match
  const start = suffix === undefined ? Number(first) : Math.max(0, size - Number(suffix))
  const end = suffix === undefined && last !== undefined ? Math.min(Number(last), size - 1) : size - 1
  if (start > end || Number(suffix) === 0) throw new DistributionError('RANGE_INVALID')
  return { start, end }
}
