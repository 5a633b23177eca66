import { jobContracts } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { defineJob, type Job } from '../../engine/job.js'

const BATCH = 10_000

/** Whoever is to hear of an event has it by then, or it waits for them in a table of its own. */
const AGE = '1 hour'

const prune = {
  name: 'prune_events',
  text: `
    with few as (
      select at from event where entry <> 'kept' and at < now() - interval '${AGE}' order by at, id offset ${BATCH - 1} limit 1
    )
    delete from event e
    where e.entry <> 'kept' and e.at < now() - interval '${AGE}' and e.at <= coalesce((select at from few), 'infinity')
      and not exists (select from outbox o where o.event_id = e.id)
      and not exists (select from missed_event m where m.event_id = e.id)
      and not exists (select from audit_forward f where f.event_id = e.id)
    returning e.id`,
}

/** Removes events that are no entries of the audit log. */
export function pruneEvents(database: Queryable): Job {
  return defineJob({
    name: 'prune-events',
    ...jobContracts['prune-events'],
    timeLimitSeconds: 1800,
    attempts: 1,
    schedule: '37 * * * *',
    exclusiveBy: () => 'all',
    async run(_payload, { signal, progress }) {
      let events = 0
      for (let count = BATCH; count > 0;) {
        signal.throwIfAborted()
        count = (await database.query(prune)).length
        events += count
        progress({ events })
      }
      return { events }
    },
  })
}
