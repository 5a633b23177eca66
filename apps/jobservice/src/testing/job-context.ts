import { emit } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import type { Counts, JobContext, JsonObject } from '../engine/job.js'

/** A context to run a handler in a test: a silent logger, a signal that does not fire, what it was told, and tasks that go nowhere. */
export function testContext(
  signal: AbortSignal = new AbortController().signal,
  resumed?: JsonObject,
): JobContext & { readonly told: JsonObject[]; readonly counted: Counts[]; readonly lines: string[] } {
  const actor = { kind: 'system', name: 'test' } as const
  const told: JsonObject[] = []
  const counted: Counts[] = []
  const lines: string[] = []
  return {
    signal,
    actor,
    resumed,
    told,
    counted,
    lines,
    logger: createLogger({ service: 'test', level: 'error' }, { write: () => {} }),
    progress: (progress) => void told.push(progress),
    counts: (counts) => void counted.push(counts),
    report: (line) => void lines.push(line),
    spawn: () => Promise.resolve(),
    emit: (transaction, type, payload) => emit(transaction, type, payload, actor),
  }
}
