import type { JobClass } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import type { JobTable } from './job-table.js'

export interface PendingExecution {
  readonly id: string
  readonly attempts: number
  readonly class: JobClass
}

/** Each class has a window of its own, however long the others are. What is paused is in none. */
const pending = {
  name: 'pending_executions',
  text: `
    select found.* from unnest($1::text[]) as wanted (class)
    cross join lateral (
      select id, attempts, class from job_execution as execution
      where execution.class = wanted.class and job = any($2) and status = 'pending'
        and job <> all (array(select job from job_pause))
        and (lease_until is null or lease_until <= now())
        and (exclusive_key is null or not exists (
          select from job_execution as other
          where other.job = execution.job and other.exclusive_key = execution.exclusive_key and other.status = 'running'))
      order by id limit $3) as found`,
}

/** Executions that may be started now, of each class the oldest. @param limit how many of each */
export function findPending(database: Queryable, jobs: JobTable, limit: number): Promise<PendingExecution[]> {
  return database.query<PendingExecution>(pending, [classesOf(jobs), [...jobs.keys()], limit])
}

const open = {
  name: 'open_executions',
  text: `
    select class, status, count(*)::int as count from job_execution where status in ('pending', 'running') group by 1, 2`,
}

export interface OpenExecutions {
  readonly class: string
  readonly status: 'pending' | 'running'
  readonly count: number
}

/** How many executions wait and run in all services together. A class without any has no row. */
export function countOpen(database: Queryable): Promise<OpenExecutions[]> {
  return database.query<OpenExecutions>(open)
}

const strange = {
  name: 'strange_executions',
  text: `
    select distinct job, class from job_execution where status = 'pending' and (job <> all ($1) or class <> all ($2))`,
}

/** What waits for a newer version: jobs and classes that this one has no handler or workers for. */
export function findStrange(
  database: Queryable,
  jobs: JobTable,
): Promise<{ readonly job: string; readonly class: string }[]> {
  const records = [...jobs.values()].flatMap((job) => job.records ?? [])
  return database.query(strange, [
    [...jobs.keys(), ...records.map(({ job }) => job)],
    [...classesOf(jobs), ...records.map((record) => record.class)],
  ])
}

/** Classes that have a job. */
export function classesOf(jobs: JobTable): JobClass[] {
  return [...new Set([...jobs.values()].map((job) => job.class))]
}
