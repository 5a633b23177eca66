import { createLogger } from '@berth/telemetry'
import type { JobContext, JsonObject } from '../engine/job.js'

/** A context to run a handler in a test: a silent logger, a signal that does not fire, the progress and the lines it was told. */
export function testContext(
  signal: AbortSignal = new AbortController().signal,
  resumed?: JsonObject,
): JobContext & { readonly told: JsonObject[]; readonly lines: string[] } {
  const told: JsonObject[] = []
  const lines: string[] = []
  return {
    signal,
    resumed,
    told,
    lines,
    logger: createLogger({ service: 'test', level: 'error' }, { write: () => {} }),
    progress: (progress) => void told.push(progress),
    report: (line) => void lines.push(line),
  }
}
