import type { Actor, EventPayload, EventType } from '@berth/contracts'
import { storable } from './storable.js'
import type { Queryable } from './transaction.js'

/** The event, and what says that it waits to be dispatched: in one statement, so that a push pays for one. */
const insert = {
  name: 'emit_event',
  text: `
    with emitted as (
      insert into event (type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address, request_id, payload)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      returning id, at
    )
    insert into outbox (event_id, event_at) select id, at from emitted`,
}

const COLUMNS = 10

const insertAll = {
  name: 'emit_events',
  text: `
    with emitted as (
      insert into event (type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address, request_id, payload)
      select type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address, request_id, payload
      from unnest($1::text[], $2::integer[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
        $10::jsonb[]) with ordinality as new (type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address,
        request_id, payload, place)
      order by place
      returning id, at
    )
    insert into outbox (event_id, event_at) select id, at from emitted`,
}

/**
 * Writes down a change, in the transaction that makes it: both are there, or neither. Nothing else writes events. Of two changes of one
 * thing the later one gets the higher id where the event comes after the statement that locks the thing. Whatever a client wrote, its
 * change does not fail for what is told of it.
 */
export async function emit<Type extends EventType>(
  transaction: Pick<Queryable, 'query'>,
  type: Type,
  payload: EventPayload<Type>,
  actor: Actor,
): Promise<void> {
  await transaction.query(insert, columnsOf(type, payload, actor))
}

/** Many of them at once, in their order, where a single change does not wait for its event. */
export async function emitAll<Type extends EventType>(
  transaction: Pick<Queryable, 'query'>,
  type: Type,
  events: readonly { readonly payload: EventPayload<Type>; readonly actor: Actor }[],
): Promise<void> {
  const rows = events.map(({ payload, actor }) => columnsOf(type, payload, actor))
  await transaction.query(
    insertAll,
    Array.from({ length: COLUMNS }, (_, column) => rows.map((row) => row[column])),
  )
}

function columnsOf(type: string, payload: object, actor: Actor): unknown[] {
  const { project_id, repository_id, repository, ...rest }: Readonly<Record<string, unknown>> = { ...payload }
  const { kind, id, name, address, requestId } = actor
  return [type, project_id, repository_id, repository, kind, id, name, address, requestId, storable(rest)]
}
