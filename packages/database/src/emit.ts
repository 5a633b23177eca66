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
  const { project_id, repository_id, repository, ...rest }: Readonly<Record<string, unknown>> = payload
  await transaction.query(insert, [
    type,
    project_id,
    repository_id,
    repository,
    actor.kind,
    actor.id,
    actor.name,
    actor.address,
    actor.requestId,
    storable(rest),
  ])
}
