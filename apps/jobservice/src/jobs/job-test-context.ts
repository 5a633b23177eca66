import { createLogger } from '@berth/telemetry'
import type { JobContext, JsonObject } from './job.js'

/** A context to run a handler in a test: a silent logger, a signal that does not fire, and the progress it was told. */
export function testContext(
  signal: AbortSignal = new AbortController().signal,
  resumed?: JsonObject,
): JobContext & { readonly told: JsonObject[] } {
  const told: JsonObject[] = []
  return {
    signal,
    resumed,
    told,
    logger: createLogger({ service: 'test', level: 'error' }, { write: () => {} }),
    progress: (progress) => void told.push(progress),
  }
}
