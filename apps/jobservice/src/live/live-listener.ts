import { eventTable, type EventType, isEventType, LIVE_CHANNEL, type LiveChange } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { DispatchedEvent, Listener } from '../engine/events/listener.js'

/** They change nothing that a page shows before it is opened. */
const quiet: ReadonlySet<EventType> = new Set([
  'artifact.pulled',
  'user.signed-in',
  'user.signed-out',
  'user.sign-in-failed',
  'change.refused',
])
const loud: EventType[] = Object.keys(eventTable)
  .filter(isEventType)
  .filter((type) => !quiet.has(type))

/** PostgreSQL takes messages below 8,000 bytes. */
const MAX_BYTES = 7_500

function changeOf({ id, type, payload }: DispatchedEvent): LiveChange {
  return {
    id,
    type,
    ...('project_id' in payload && payload.project_id !== undefined && { project_id: payload.project_id }),
    ...('repository' in payload && { repository: payload.repository }),
  }
}

/** Messages of whole changes, in their order. */
export function messagesOf(changes: readonly LiveChange[]): string[] {
  const messages: string[][] = []
  let bytes = MAX_BYTES
  for (const text of changes.map((change) => JSON.stringify(change))) {
    const length = Buffer.byteLength(text) + 1
    if (bytes + length > MAX_BYTES) {
      messages.push([])
      bytes = 2
    }
    messages.at(-1)?.push(text)
    bytes += length
  }
  return messages.map((texts) => `[${texts.join(',')}]`)
}

/** Tells the apis what has changed, when the transaction commits: they tell the pages that are open. */
export const liveListener: Listener = {
  name: 'live',
  events: loud,
  jobs: [],
  async find(transaction, events) {
    const messages = messagesOf(events.map(changeOf))
    await transaction.rows(sql`select pg_notify(${LIVE_CHANNEL}, message) from unnest(${messages}::text[]) as message`)
    return []
  },
}
