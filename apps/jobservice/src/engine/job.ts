import { eventSchemas, type EventPayload, type EventType, type JobClass } from '@berth/contracts'
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
  /** Events that start it: each maps to the payload, or to `undefined` where the event is of no concern. */
  readonly on?: { readonly [Type in EventType]?: (event: EventPayload<Type>) => Payload | undefined }
  /** Idempotent: it may be started again after it has partly or wholly run. @returns what `job_execution.result` keeps */
  run(payload: Payload, context: JobContext): Promise<JsonObject>
}

/** A job as the service runs it: payloads are unknown until it has parsed them itself. */
export interface Job extends JobRules {
  readonly events: readonly string[]
  /** @returns payload of the execution that an event starts, or `undefined` for none. @throws {z.ZodError} on a malformed event */
  onEvent(type: string, event: unknown): unknown
  /** @throws {z.ZodError} on a malformed payload, beside what the handler throws */
  run(payload: unknown, context: JobContext): Promise<JsonObject>
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventSchemas, type)
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): Job {
  const { on = {}, schema, ...rules } = definition
  const handlers: { readonly [Type in EventType]?: (event: never) => Payload | undefined } = on
  return {
    ...rules,
    events: Object.keys(on),
    onEvent: (type, event) => {
      if (!isEventType(type)) return undefined
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a type's schema yields is what its handler takes
      return handlers[type]?.(eventSchemas[type].parse(event) as never)
    },
    run: async (payload, context) => definition.run(schema.parse(payload), context),
  }
}
