import type { Configuration } from '@berth/distribution-config'
import { createLogger, type Logger } from '@berth/telemetry'
import { formatLine } from './format.js'

/** A logger on standard output as `log`, and `loglevel` of old files, say. */
export function createLog({ log, loglevel }: Pick<Configuration, 'log' | 'loglevel'>): Logger {
  const { service = 'registry', ...fields } = log.fields
  const destination = { write: (line: string) => void process.stdout.write(formatLine(line, log.formatter)) }
  const name = typeof service === 'string' ? service : JSON.stringify(service)
  return createLogger({ service: name, level: log.level ?? loglevel ?? 'info' }, destination).child(fields)
}
