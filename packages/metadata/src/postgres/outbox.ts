import type { Queryable } from '@berth/database'

export type EventType =
  | 'artifact.pushed'
  | 'artifact.deleted'
  | 'artifact.restored'
  | 'tag.deleted'
  | 'tag.restored'
  | 'repository.deleted'

/** Where an event happened, and who did it. */
export interface EventPlace {
  readonly project_id: number
  readonly repository_id: number
  readonly repository: string
  readonly actor?: string | undefined
}

const add = { name: 'add_event', text: 'insert into outbox (type, payload) values ($1, $2)' }

/** Writes an event in the transaction of the change it tells of. */
export async function addEvent(
  transaction: Queryable,
  type: EventType,
  place: EventPlace,
  payload: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await transaction.query(add, [type, { ...place, ...payload }])
}
