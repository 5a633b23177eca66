import type { Actor, EventPayload, EventType, JobClass } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import type { Logger } from '@berth/telemetry'
import type { z } from 'zod'

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** How many parts a work has, and how they are. */
export interface Counts {
  /** Absent where nobody knows. */
  readonly total?: number
  readonly done: number
  readonly failed: number
}

/** What a handler is given beside its payload. */
export interface JobContext {
  /** Fires when the time limit is over, the service stops, or someone stopped the execution. Stop soon, between two steps. */
  readonly signal: AbortSignal
  readonly logger: Logger
  /** Who makes the changes of this execution: the job itself, no matter who has started it. */
  readonly actor: Actor
  /** What an earlier attempt at this execution said last by `progress`: where it can go on. Absent at the first start. */
  readonly resumed?: JsonObject | undefined
  /** Says how far the work is; written to `job_execution.progress` within seconds. */
  readonly progress: (progress: JsonObject) => void
  /** Says how many parts are done; written to `job_execution.counts` within seconds. */
  readonly counts: (counts: Counts) => void
  /** Adds a line to the log of the execution, which operators read; written to `job_log` within seconds. */
  readonly report: (line: string) => void
  /**
   * Adds a task for each payload: an execution of another job that belongs to this one, about the same subject. It runs as soon as a worker
   * of its class is free, and this execution ends when all its tasks have, too. Added again with the same payload, it is there once.
   *
   * @throws {z.ZodError} on a payload that the job does not take
   */
  readonly spawn: (job: string, ...payloads: readonly unknown[]) => Promise<void>
  /** Writes down a change, in the transaction that makes it. */
  readonly emit: <Type extends EventType>(
    transaction: Transaction,
    type: Type,
    payload: EventPayload<Type>,
  ) => Promise<void>
}

/** A handler throws it where there is no turn for this execution: it ends in `stopped`, with the reason. */
export class SkippedError extends Error {
  override name = 'SkippedError'
}

interface JobRules {
  readonly name: string
  readonly class: JobClass
  /** After this many seconds the signal fires and the execution counts as failed. */
  readonly timeLimitSeconds: number
  /** How often an execution is started before it ends in `error`. */
  readonly attempts: number
  /** Executions that the handler works on itself: no worker takes one of them. */
  readonly records?: { readonly job: string; readonly class: string }
  /** Whether a slot of a schedule that finds the run before it still open is written down, as an execution that was stopped. */
  readonly tellsSkips?: boolean
  /** A cron expression in UTC. The table `schedule` starts with it and decides from then on. */
  readonly schedule?: string
}

/** A job as its file defines it. */
export interface JobDefinition<Payload> extends JobRules {
  readonly schema: z.ZodType<Payload>
  /** A key for the payload: of executions with the same key one runs at a time, and the others wait for it. */
  readonly exclusiveBy?: (payload: Payload) => string
  /** Idempotent: it may be started again after it has partly or wholly run. @returns what `job_execution.result` keeps */
  run(payload: Payload, context: JobContext): Promise<JsonObject>
}

/** A job as the service runs it: payloads are unknown until it has parsed them itself. */
export interface Job extends JobRules {
  /** @throws {z.ZodError} on a malformed payload */
  check(payload: unknown): void
  /** @returns undefined where nothing is excluded; also for a malformed payload, which fails as soon as it runs */
  exclusiveKey(payload: unknown): string | undefined
  /** @throws {z.ZodError} on a malformed payload, beside what the handler throws */
  run(payload: unknown, context: JobContext): Promise<JsonObject>
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): Job {
  const { schema, exclusiveBy, ...rules } = definition
  return {
    ...rules,
    check: (payload) => void schema.parse(payload),
    exclusiveKey: (payload) => {
      const parsed = schema.safeParse(payload)
      return parsed.success ? exclusiveBy?.(parsed.data) : undefined
    },
    run: async (payload, context) => definition.run(schema.parse(payload), context),
  }
}
