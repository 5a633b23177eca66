import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

export interface LoggerOptions {
  /** Name of the service, in each line as `service`. */
  readonly service: string
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error'
}

const SECRETS = [
  'authorization',
  'Authorization',
  'cookie',
  '["set-cookie"]',
  '["x-csrf-token"]',
  '["x-harbor-csrf-token"]',
  '["x-berth-grant"]',
  'password',
  'old_password',
  'new_password',
  'passwordHash',
  'password_hash',
  'secret',
  'secretKey',
  'privateKey',
  'token',
  'access_token',
]
const HOLDERS = ['', '*', 'headers', 'req.headers', 'res.headers', 'request.headers', 'response.headers', 'req.body']

const redacted = HOLDERS.flatMap((holder) =>
  SECRETS.map((secret) => (holder === '' || secret.startsWith('[') ? `${holder}${secret}` : `${holder}.${secret}`)),
)

/** What the database's driver and TypeORM tell of a statement that failed: its values, and whole rows, with the hashes in them. */
const VALUES = new Set(['parameters', 'detail', 'where', 'internalQuery'])

/** An error as a line shows it, without the values that were sent to the database. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  return strip(stdSerializers.err(error))
}

function strip(shown: object): object {
  const isOfDatabase = 'query' in shown || 'severity' in shown
  const kept = Object.entries(shown).filter(([name]) => !isOfDatabase || !VALUES.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, isObject(value) ? strip(value) : value]))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Lines gather for a moment: a write for each would cost a small request as much as all else it does, and looking more often would cost a
 * service at rest. The end of the process writes what is left.
 */
const BUFFERED = { sync: false, minLength: 8 * 1024, periodicFlush: 500 }

/**
 * A logger of JSON lines on standard output: `level` as a word, `time` in ISO 8601, `service`, `msg`.
 * Credentials in headers, bodies and first-level fields are replaced by `[redacted]`.
 */
export function createLogger({ service, level }: LoggerOptions, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: withoutValues },
    redact: { paths: redacted, censor: '[redacted]' },
  }
  return pino(options, destination ?? pino.destination(BUFFERED))
}
