import type { Queryable } from '@berth/database'
import type { ListenerTable } from './events/listener-table.js'
import type { JobTable } from './job-table.js'

/** Kinds of work that wait in PostgreSQL. */
export interface DueWork {
  readonly events: boolean
  readonly missedEvents: boolean
  readonly schedules: boolean
  readonly silentWorkers: boolean
  readonly tasks: boolean
}

const dueWork = {
  name: 'due_work',
  text: `
    select exists (select from outbox) as events,
           exists (select from missed_event where due_at <= now() and listener = any($2)) as "missedEvents",
           exists (select from schedule where enabled and (next_run_at is null or next_run_at <= now()) and job = any($1)) as schedules,
           exists (select from job_execution where status = 'running' and lease_until < now()) as "silentWorkers",
           exists (select from job_execution where status = 'running' and lease_until is null)
             or exists (select from job_execution where parent_id is not null and status in ('pending', 'running'))
             or exists (
               select from job_execution as task join job_execution as parent on parent.id = task.parent_id
               where task.status in ('pending', 'running') and parent.status in ('stopped', 'error')) as tasks`,
}

/** One cheap statement, so that a service at rest does not ask for each kind in a transaction of its own. */
export async function findDueWork(database: Queryable, jobs: JobTable, listeners: ListenerTable): Promise<DueWork> {
  const rows = await database.query<DueWork & Record<string, unknown>>(dueWork, [
    [...jobs.keys()],
    [...listeners.keys()],
  ])
  return rows[0] ?? { events: false, missedEvents: false, schedules: false, silentWorkers: false, tasks: false }
}
