import { jobContracts } from '@berth/contracts'
import type { Pool } from 'pg'
import { defineJob, type Job } from '../../engine/job.js'

/** This month's and the next two. */
const MONTHS = 3

/** Makes the tables of the months to come, in which events will be written. */
export function addEventMonths(pool: Pool): Job {
  return defineJob({
    name: 'add-event-months',
    ...jobContracts['add-event-months'],
    timeLimitSeconds: 300,
    // Who reads events may be in the way for longer than it waits.
    attempts: 5,
    schedule: '41 4 * * *',
    async run() {
      const { rows } = await pool.query<{ made: number }>(
        `select add_event_months((now() at time zone 'UTC')::date, $1) as made`,
        [MONTHS],
      )
      return { made: rows[0]?.made ?? 0 }
    },
  })
}
