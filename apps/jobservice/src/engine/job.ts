import type { JobClass } from '@berth/contracts'
import type { Logger } from '@berth/telemetry'
import type { z } from 'zod'

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** What a handler is given beside its payload. */
export interface JobContext {
  /** Fires when the time limit is over, the service stops, or someone stopped the execution. Stop soon, between two steps. */
  readonly signal: AbortSignal
  readonly logger: Logger
  /** What an earlier attempt at this execution said last by `progress`: where it can go on. Absent at the first start. */
  readonly resumed?: JsonObject | undefined
  /** Says how far the work is; written to `job_execution.progress` within seconds. */
  readonly progress: (progress: JsonObject) => void
  /** Adds a line to the log of the execution, which operators read; written to `job_log` within seconds. */
  readonly report: (line: string) => void
}

interface JobRules {
  readonly name: string
  readonly class: JobClass
  /** After this many seconds the signal fires and the execution counts as failed. */
  readonly timeLimitSeconds: number
  /** How often an execution is started before it ends in `error`. */
  readonly attempts: number
  /** Whether one execution waits while another of this job runs. */
  readonly exclusive?: boolean
  /** A cron expression in UTC. The table `schedule` starts with it and decides from then on. */
  readonly schedule?: string
}

/** A job as its file defines it. */
export interface JobDefinition<Payload> extends JobRules {
  readonly schema: z.ZodType<Payload>
  /** Idempotent: it may be started again after it has partly or wholly run. @returns what `job_execution.result` keeps */
  run(payload: Payload, context: JobContext): Promise<JsonObject>
}

/** A job as the service runs it: payloads are unknown until it has parsed them itself. */
export interface Job extends JobRules {
  /** @throws {z.ZodError} on a malformed payload, beside what the handler throws */
  run(payload: unknown, context: JobContext): Promise<JsonObject>
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): Job {
  const { schema, ...rules } = definition
  return {
    ...rules,
    run: async (payload, context) => definition.run(schema.parse(payload), context),
  }
}
