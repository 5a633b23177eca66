import type { Pool } from 'pg'
import type { JobTable } from './job-table.js'

/** Kinds of work that wait in PostgreSQL. */
export interface DueWork {
  readonly events: boolean
  readonly schedules: boolean
  readonly silentWorkers: boolean
}

/** One cheap statement, so that a service at rest does not ask for each kind in a transaction of its own. */
export async function findDueWork(pool: Pool, jobs: JobTable): Promise<DueWork> {
  const { rows } = await pool.query<DueWork>(
    `select exists (select from outbox) as events,
           exists (select from schedule where enabled and (next_run_at is null or next_run_at <= now()) and job = any($1)) as schedules,
           exists (select from job_execution where status = 'running' and lease_until < now()) as "silentWorkers"`,
    [[...jobs.keys()]],
  )
  return rows[0] ?? { events: false, schedules: false, silentWorkers: false }
}
