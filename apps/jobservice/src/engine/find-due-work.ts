import type { Database } from '@berth/database'
import sql from 'sql-template-tag'
import type { JobTable } from './job-table.js'

/** Kinds of work that wait in PostgreSQL. */
export interface DueWork {
  readonly events: boolean
  readonly schedules: boolean
  readonly silentWorkers: boolean
}

/** One cheap statement, so that a service at rest does not ask for each kind in a transaction of its own. */
export async function findDueWork(database: Database, jobs: JobTable): Promise<DueWork> {
  const due = await database.row<DueWork>(sql`
    select exists (select from outbox) as events,
           exists (select from schedule where enabled and (next_run_at is null or next_run_at <= now()) and job = any(${[...jobs.keys()]})) as schedules,
           exists (select from job_execution where status = 'running' and lease_until < now()) as "silentWorkers"`)
  return due ?? { events: false, schedules: false, silentWorkers: false }
}
