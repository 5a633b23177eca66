import type { Database, Statement } from '@berth/database'
import type { Logger } from '@berth/telemetry'
import sql from 'sql-template-tag'
import type { JobTable } from '../job-table.js'
import { askListener } from './ask-listener.js'
import type { ListenerTable } from './listener-table.js'
import { type EventRow, eventColumns, readEvent } from './read-events.js'

/** Who works on events, and with what. */
export interface Dispatch {
  readonly database: Database
  readonly jobs: JobTable
  readonly listeners: ListenerTable
  readonly logger: Logger
  /** A listener has failed. */
  readonly onFailure: (listener: string) => void
}

/** One dispatcher at a time: two batches side by side would end in any order. No listener's statement holds up the others for long. */
export const lockDispatch = sql`
  select pg_try_advisory_xact_lock(hashtextextended('berth: dispatch', 0)) as held, set_config('statement_timeout', '10s', true)`

/** By id, for of two changes of one thing the later one has the higher. One that is committed late is simply there in a later batch. */
const take: Statement = {
  name: 'take_events',
  text: `
  with due as (
    delete from outbox where event_id in (select event_id from outbox order by event_id limit $1)
    returning event_id, event_at
  )
  select ${eventColumns} from due left join event e on e.at = due.event_at and e.id = due.event_id order by due.event_id`,
}

const FIRST_DELAY_SECONDS = 10

const putAside: Statement = {
  name: 'put_events_aside',
  text: `
  insert into missed_event (listener, event_id, event_at, due_at)
  select $1, id, at, now() + make_interval(secs => ${FIRST_DELAY_SECONDS})
  from unnest($2::bigint[], $3::timestamptz[]) as missed (id, at)`,
}

/**
 * Takes a batch of events from the outbox and adds the executions that follow from them, in one transaction: each event is dispatched
 * once, whatever happens to this process meanwhile. What a listener fails on is put aside for it alone ({@link askAgain}). Several
 * services may call this at the same time; one of them works.
 *
 * @returns how many events were taken; fewer than `limit` means that no more are waiting, or that another service is at it
 */
export function dispatchEvents(dispatch: Dispatch, limit: number): Promise<number> {
  const { database, jobs, listeners, logger, onFailure } = dispatch
  return database.transaction(async (transaction) => {
    if (!(await transaction.row<{ readonly held: boolean }>(lockDispatch))?.held) return 0
    const rows = await transaction.query<EventRow>(take, [limit])
    const writtenAt = new Map(rows.map((row) => [row.id, row.written_at]))
    const events = rows.flatMap((row) => readEvent(row, logger) ?? [])
    for (const listener of listeners.values()) {
      const heard = events.filter(({ type }) => listener.events.includes(type))
      if (heard.length === 0) continue
      try {
        await askListener(transaction, jobs, listener, heard)
      } catch (error) {
        logger.error({ err: error, listener: listener.name, events: heard.length }, 'listener failed')
        onFailure(listener.name)
        const ids = heard.map(({ id }) => id)
        await transaction.query(putAside, [listener.name, ids, ids.map((id) => writtenAt.get(id))])
      }
    }
    return rows.length
  })
}
