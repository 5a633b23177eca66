import type { Statement } from '@berth/database'
import { askListener } from './ask-listener.js'
import { type Dispatch, lockDispatch } from './dispatch-events.js'
import { type EventRow, eventColumns, readEvent } from './read-events.js'

/** From one try to the next the time doubles up to this. */
const LONGEST_DELAY_SECONDS = 3600

/** Those that are due, of listeners that this version has. */
const takeMissed: Statement = {
  name: 'take_missed_events',
  text: `
  with due as (
    select listener, event_id, event_at, attempts from missed_event
    where due_at <= now() and listener = any ($1) order by due_at, event_id limit $2
  )
  select due.listener, due.attempts, ${eventColumns}
  from due left join event e on e.at = due.event_at and e.id = due.event_id order by due.event_id`,
}

const settle: Statement = {
  name: 'settle_missed_event',
  text: 'delete from missed_event where listener = $1 and event_id = $2',
}

const postpone: Statement = {
  name: 'postpone_missed_event',
  text: `update missed_event set attempts = $3, due_at = now() + make_interval(secs => $4) where listener = $1 and event_id = $2`,
}

interface MissedRow extends EventRow {
  readonly listener: string
  readonly attempts: number
}

/**
 * Asks listeners again for what they failed on: one event at a time, so that one that it cannot take holds up no other. It comes again
 * until the listener takes it, or the event is purged.
 */
export function askAgain({ database, jobs, listeners, logger, onFailure }: Dispatch, limit: number): Promise<void> {
  return database.transaction(async (transaction) => {
    if (!(await transaction.row<{ readonly held: boolean }>(lockDispatch))?.held) return
    const rows = await transaction.query<MissedRow & Record<string, unknown>>(takeMissed, [
      [...listeners.keys()],
      limit,
    ])
    for (const row of rows) {
      const listener = listeners.get(row.listener)
      const event = readEvent(row, logger)
      try {
        if (listener && event) await askListener(transaction, jobs, listener, [event])
        await transaction.query(settle, [row.listener, row.id])
      } catch (error) {
        const seconds = Math.min(LONGEST_DELAY_SECONDS, 10 * 2 ** Math.min(row.attempts, 10))
        logger.error({ err: error, listener: row.listener, event: row.id, seconds }, 'listener failed again')
        onFailure(row.listener)
        await transaction.query(postpone, [row.listener, row.id, row.attempts + 1, seconds])
      }
    }
  })
}
