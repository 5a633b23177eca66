import { eventTable, isEventType } from '@berth/contracts'
import type { Logger } from '@berth/telemetry'
import type { DispatchedEvent } from './listener.js'

/** Columns of {@link EventRow}, from `due (event_id, event_at)` and `event e`. */
export const eventColumns = `
  due.event_id as id, due.event_at::text as written_at, e.type, e.at,
  e.payload || jsonb_strip_nulls(jsonb_build_object(
    'project_id', e.project_id, 'repository_id', e.repository_id, 'repository', e.repository)) as payload,
  jsonb_strip_nulls(jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', e.actor_name,
    'address', e.address, 'requestId', e.request_id)) as actor`

export interface EventRow {
  readonly id: string
  /** As exact as PostgreSQL keeps it, which `Date` does not. */
  readonly written_at: string
  /** Null where the event has been purged meanwhile. */
  readonly type: string | null
  readonly at: Date
  readonly payload: object
  readonly actor: DispatchedEvent['actor']
}

/** What a newer or broken writer wrote is passed over: held back, it would hold back every event after it. Its row stays readable. */
export function readEvent({ id, type, at, payload, actor }: EventRow, logger: Logger): DispatchedEvent | undefined {
  if (type === null) return undefined
  const parsed = isEventType(type) ? eventTable[type].safeParse(payload) : undefined
  if (!parsed?.success) {
    logger.error({ err: parsed?.error, event: id, type }, 'event not understood')
    return undefined
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the payload is what its type's schema yields
  return { id, type, at, payload: parsed.data, actor } as DispatchedEvent
}
