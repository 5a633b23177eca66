import type { LoggerService } from '@nestjs/common'
import type { Logger } from '@berth/telemetry'

/** Nest's own lines, in the form of all others. The last text of an optional list is Nest's context. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.findLast((part) => typeof part === 'string')
      const stack = level === 'error' && rest.length > 1 ? { stack: rest[0] } : {}
      if (message instanceof Error) logger[level]({ err: message, context }, message.message)
      else logger[level]({ context, ...stack }, String(message))
    }
  return {
    log: write('debug'),
    error: write('error'),
    warn: write('warn'),
    debug: write('trace'),
    verbose: write('trace'),
  }
}
