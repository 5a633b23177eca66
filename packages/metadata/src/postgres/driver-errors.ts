import { MetadataUnavailableError } from '../errors.js'

/** SQLSTATE: serialization failure, deadlock, and a row that vanished between two statements of a transaction. */
const retryable = new Set(['40001', '40P01', '23503'])

/**
 * SQLSTATE: connection exceptions (08*), not accepting connections or shutting down (57P*), too many clients, statement time-out, disk
 * full, and a schema that is not there yet or older than this process.
 */
const unavailable = /^(?:08...|57P0.|53[0-4]00|57014|42P01|42703|3D000)$/
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
const withoutCode = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

export function isRetryable(error: unknown): boolean {
  return retryable.has(codeOf(error))
}

/** Names the driver's ways of saying that the database is not there; passes every other error on as it is. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof MetadataUnavailableError) return error
  const code = codeOf(error)
  const isUnavailable =
    retryable.has(code) ||
    unavailable.test(code) ||
    network.has(code) ||
    (code === '' && withoutCode.test(error.message))
  return isUnavailable ? new MetadataUnavailableError(`database: ${error.message || code}`, { cause: error }) : error
}
