import { jobContracts } from '@berth/contracts'
import type { Database } from '@berth/database'
import sql from 'sql-template-tag'
import { defineJob, type Job } from '../../engine/job.js'

/** This month's and the next two. */
const MONTHS = 3

/** Makes the tables of the months to come, in which events will be written. */
export function addEventMonths(database: Database): Job {
  return defineJob({
    name: 'add-event-months',
    ...jobContracts['add-event-months'],
    timeLimitSeconds: 300,
    // Who reads events may be in the way for longer than it waits.
    attempts: 5,
    schedule: '41 4 * * *',
    async run() {
      const row = await database.row<{ made: number }>(sql`
        select add_event_months((now() at time zone 'UTC')::date, ${MONTHS}) as made`)
      return { made: row?.made ?? 0 }
    },
  })
}
