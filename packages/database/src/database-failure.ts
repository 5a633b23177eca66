/** What a failed statement means, in terms of the schema rather than of the driver. */
export type DatabaseFailure =
  | { readonly kind: 'unique' | 'foreign-key'; readonly constraint: string }
  | { readonly kind: 'unavailable'; readonly isDiskFull?: true }
  /** The database, or a table or column of it, is not there yet, or is older than this process. */
  | { readonly kind: 'schema' }
  /** The transaction may be run again: it met another one. */
  | { readonly kind: 'retry' }
  /** A regular expression is more than the database looks for. */
  | { readonly kind: 'pattern' }

/** PostgreSQL cannot be reached, is going down, or has no such schema yet. Passes by itself; nothing has changed. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError'

  constructor(cause: unknown) {
    const message = cause instanceof Error ? cause.message : ''
    super(`database: ${message || String(property(cause, 'code'))}`, { cause })
  }
}

/** Socket errors that say that the server is not there, or went away. */
const socketErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/** Messages of node-postgres for which it sets no code. */
const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|connection ended/i

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
}

/**
 * Reads an error of node-postgres, of TypeORM (which wraps it as `driverError`) or of {@link DatabaseUnavailableError}.
 *
 * @returns undefined when the error is none of a known kind, or no database error at all
 */
export function readDatabaseFailure(thrown: unknown): DatabaseFailure | undefined {
  if (thrown instanceof DatabaseUnavailableError) return readDatabaseFailure(thrown.cause)
  const error = property(thrown, 'driverError') ?? thrown
  const code = property(error, 'code')
  const constraint = property(error, 'constraint')
  if (typeof code === 'string') {
    if (code === '23505' && typeof constraint === 'string') return { kind: 'unique', constraint }
    if (code === '23503' && typeof constraint === 'string') return { kind: 'foreign-key', constraint }
    if (code === '40001' || code === '40P01') return { kind: 'retry' }
    if (code === '53100') return { kind: 'unavailable', isDiskFull: true }
    // 08: connection; 57P: the server stops, starts or was told to end the session; 57014: the statement took too long; 53: out of
    // connections or memory.
    if (/^(08|57P|57014|53)/.test(code)) return { kind: 'unavailable' }
    // Patterns are sound regular expressions where they come from: what PostgreSQL refuses of them is their size.
    if (code === '2201B') return { kind: 'pattern' }
    // Undefined table, undefined column, no such database.
    if (code === '42P01' || code === '42703' || code === '3D000') return { kind: 'schema' }
    if (socketErrors.has(code) && property(error, 'syscall') !== 'open') return { kind: 'unavailable' }
  }
  if (error instanceof AggregateError)
    return error.errors.map(readDatabaseFailure).find((failure) => failure !== undefined)
  if (error instanceof Error && lostConnection.test(error.message)) return { kind: 'unavailable' }
  return undefined
}
