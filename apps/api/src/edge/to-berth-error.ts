import { HttpException } from '@nestjs/common'
import { BerthError, BugError, TransientError, UserError } from '@berth/contracts'
import { DatabaseUnavailableError, readDatabaseFailure } from '@berth/database'

function statusOf(error: object): number | undefined {
  if (error instanceof HttpException) return error.getStatus()
  const status: unknown = Reflect.get(error, 'statusCode')
  return typeof status === 'number' ? status : undefined
}

/** Whatever was thrown, as an error of the table. */
export function toBerthError(thrown: unknown): BerthError {
  if (thrown instanceof BerthError) return thrown
  const failure = readDatabaseFailure(thrown)
  const unavailable = thrown instanceof DatabaseUnavailableError || failure?.kind === 'unavailable'
  if (unavailable || failure?.kind === 'retry') {
    return new TransientError('DATABASE_UNAVAILABLE', {}, { cause: thrown })
  }
  if (failure?.kind === 'unique') return new UserError('CONFLICT', {}, { cause: thrown })
  if (!(thrown instanceof Error)) return new BugError(thrown)
  const status = statusOf(thrown)
  const options = { cause: thrown }
  if (thrown instanceof SyntaxError && status === 400) return new UserError('MALFORMED_BODY', {}, options)
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
