import { eventTable, type EventType, isEventType } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { Listener } from '../engine/events/listener.js'

const everything: EventType[] = Object.keys(eventTable).filter(isEventType)

/** Puts entries of the audit log into the queue of those that are sent to the syslog server, while there is one. */
export const forwardListener: Listener = {
  name: 'forward-audit-log',
  events: everything,
  jobs: [],
  async find(transaction, events) {
    const ids = events.map(({ id }) => id)
    // The times bound the months that are looked into. They are less exact here than where they are stored.
    const times = events.map(({ at }) => at.getTime())
    const [first, last] = [new Date(Math.min(...times) - 1), new Date(Math.max(...times) + 1)]
    await transaction.rows(sql`
      insert into audit_forward (event_id, event_at)
      select e.id, e.at from event e
      where e.id = any (${ids}::bigint[]) and e.at between ${first} and ${last} and e.entry <> 'none'
        and exists (select from setting where key = 'audit_log_forward_endpoint' and value #>> '{}' <> '')
      on conflict do nothing`)
    // Written down while there was a receiver, which is taken away since: they would be nowhere.
    await transaction.rows(sql`
      update event e set entry = 'kept'
      where e.id = any (${ids}::bigint[]) and e.at between ${first} and ${last} and e.entry = 'forwarded'
        and not exists (select from audit_forward f where f.event_id = e.id)`)
    return []
  },
}
