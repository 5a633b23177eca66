import { type Actor, auditColumns, type EventPayload, type EventType } from '@berth/contracts'
import { storable } from './storable.js'
import type { Queryable } from './transaction.js'

/**
 * What becomes of an event in the audit log: kept there, only forwarded, or none of it. Part of the statement, so that what an
 * administrator has said acts at once. Nothing is left to a receiver that nobody names.
 */
const entryOf = (operation: string, resourceType: string) => `
  case
    when ${operation} || '_' || ${resourceType} = any (string_to_array(replace(
      coalesce((select value #>> '{}' from setting where key = 'disabled_audit_log_event_types'), 'pull_artifact'), ' ', ''), ','))
      then 'none'
    when (select value = 'true' from setting where key = 'skip_audit_log_database')
      and (select value #>> '{}' <> '' from setting where key = 'audit_log_forward_endpoint') then 'forwarded'
    else 'kept'
  end`

const columns = `type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address, request_id, payload, operation,
        resource_type, resource, succeeded`

/** The event, and what says that it waits to be dispatched: in one statement, so that a push pays for one. */
const insert = {
  name: 'emit_event',
  text: `
    with emitted as (
      insert into event (${columns}, entry)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, ${entryOf('$11::text', '$12::text')})
      returning id, at
    )
    insert into outbox (event_id, event_at) select id, at from emitted`,
}

const COLUMNS = 14

const insertAll = {
  name: 'emit_events',
  text: `
    with emitted as (
      insert into event (${columns}, entry)
      select ${columns}, ${entryOf('operation', 'resource_type')}
      from unnest($1::text[], $2::integer[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
        $10::jsonb[], $11::text[], $12::text[], $13::text[], $14::boolean[]) with ordinality as new (${columns}, place)
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

function columnsOf<Type extends EventType>(type: Type, payload: EventPayload<Type>, actor: Actor): unknown[] {
  const { operation, resourceType, resource, succeeded } = auditColumns(type, payload)
  const { project_id, repository_id, repository, ...rest }: Readonly<Record<string, unknown>> = { ...payload }
  const { kind, id, name, address, requestId } = actor
  const what = [operation, resourceType, storable(resource), succeeded]
  return [type, project_id, repository_id, repository, kind, id, name, address, requestId, storable(rest), ...what]
}
