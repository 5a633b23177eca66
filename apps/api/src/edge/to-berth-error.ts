import { HttpException } from '@nestjs/common'
import { BerthError, BugError, type ReasonOf, TransientError, UserError } from '@berth/contracts'
import { DatabaseUnavailableError, readDatabaseFailure } from '@berth/database'
import { DistributionError, type ErrorCode } from '@berth/oci'

/** Faults that the data plane names, too: their rows take the text that they come with. */
const refusals = {
  BAD_REQUEST: 'BAD_REQUEST',
  BLOB_UNKNOWN: 'BLOB_UNKNOWN',
  BLOB_UPLOAD_INVALID: 'BLOB_UPLOAD_INVALID',
  BLOB_UPLOAD_UNKNOWN: 'BLOB_UPLOAD_UNKNOWN',
  DENIED: 'DENIED',
  DIGEST_INVALID: 'DIGEST_INVALID',
  HEADERS_TOO_LARGE: 'HEADERS_TOO_LARGE',
  MANIFEST_BLOB_UNKNOWN: 'MANIFEST_BLOB_UNKNOWN',
  MANIFEST_INVALID: 'MANIFEST_INVALID',
  MANIFEST_TOO_LARGE: 'MANIFEST_TOO_LARGE',
  MANIFEST_UNKNOWN: 'MANIFEST_UNKNOWN',
  NAME_INVALID: 'NAME_INVALID',
  NAME_UNKNOWN: 'NAME_UNKNOWN',
  PRECONDITION: 'PRECONDITION',
  PROJECTPOLICYVIOLATION: 'PRECONDITION',
  PAGINATION_NUMBER_INVALID: 'PAGE_SIZE_INVALID',
  RANGE_INVALID: 'RANGE_INVALID',
  SIZE_INVALID: 'SIZE_INVALID',
  TAG_INVALID: 'TAG_INVALID',
  TOOMANYREQUESTS: 'TOO_MANY_REQUESTS',
  UNSUPPORTED: 'UNSUPPORTED',
} as const satisfies Partial<Record<ErrorCode, ReasonOf<'user'>>>

/** What a layer below refused. A code without a case here does not compile. */
function ofRefusal(refusal: DistributionError): BerthError {
  const { code, message: detail } = refusal
  const options = { cause: refusal }
  switch (code) {
    case 'NOT_FOUND':
      return new UserError('NOT_FOUND', {}, options)
    case 'UNAUTHORIZED':
      return new UserError('UNAUTHENTICATED', {}, options)
    case 'UNAVAILABLE':
      return new TransientError('UNAVAILABLE', {}, options)
    case 'STORAGE_FULL':
      return new TransientError('STORAGE_FULL', { detail }, options)
    case 'UNKNOWN':
      return new BugError(refusal)
    default:
      return new UserError(refusals[code], { detail }, options)
  }
}

function statusOf(error: object): number | undefined {
  if (error instanceof HttpException) return error.getStatus()
  const status: unknown = Reflect.get(error, 'statusCode')
  return typeof status === 'number' ? status : undefined
}

/** Nest keeps of Fastify's errors the message alone. */
const isMalformed = (error: Error) =>
  error instanceof SyntaxError || /^Body (is not valid JSON|cannot be empty)/.test(error.message)

/** Whatever was thrown, as an error of the table. */
export function toBerthError(thrown: unknown): BerthError {
  if (thrown instanceof BerthError) return thrown
  if (thrown instanceof DistributionError) return ofRefusal(thrown)
  const failure = readDatabaseFailure(thrown)
  if (failure?.kind === 'unavailable' && failure.isDiskFull) {
    return new TransientError('DATABASE_FULL', {}, { cause: thrown })
  }
  const unavailable = thrown instanceof DatabaseUnavailableError || failure?.kind === 'unavailable'
  if (unavailable || failure?.kind === 'retry') {
    return new TransientError('DATABASE_UNAVAILABLE', {}, { cause: thrown })
  }
  if (failure?.kind === 'pattern') return new UserError('PATTERN_TOO_COMPLEX', {}, { cause: thrown })
  if (failure && 'constraint' in failure) return new UserError('CONFLICT', {}, { cause: thrown })
  if (!(thrown instanceof Error)) return new BugError(thrown)
  const status = statusOf(thrown)
  const options = { cause: thrown }
  if (status === 400 && isMalformed(thrown)) return new UserError('MALFORMED_BODY', {}, options)
  if (status === undefined || status >= 500) return new BugError(thrown)
  switch (status) {
    case 404:
      return new UserError('NOT_FOUND', {}, options)
    case 413:
      return new UserError('BODY_TOO_LARGE', {}, options)
    case 415:
      return new UserError('UNSUPPORTED_MEDIA_TYPE', {}, options)
    default:
      return new UserError('BAD_REQUEST', { detail: thrown.message }, options)
  }
}
