import { nextRun } from '@berth/contracts'
import type { Pool, PoolClient } from 'pg'
import type { Logger } from '@berth/telemetry'
import { inTransaction } from '../transaction.js'
import type { JobTable } from './job-table.js'

interface DueSchedule {
  readonly id: string
  readonly job: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly cron: string
  readonly next_run_at: Date | null
  readonly payload: unknown
}

interface Round {
  readonly jobs: JobTable
  readonly now: Date
  readonly logger: Logger
}

/** Gives each job with a schedule its row. Rows that exist stay as operators have set them. */
export async function seedSchedules(pool: Pool, jobs: JobTable): Promise<void> {
  const scheduled = [...jobs.values()].flatMap(({ name, schedule }) =>
    schedule === undefined ? [] : [{ name, schedule }],
  )
  await pool.query(
    `insert into schedule (job, cron) select * from unnest($1::text[], $2::text[]) on conflict (job, subject_kind, subject_id) do nothing`,
    [scheduled.map(({ name }) => name), scheduled.map(({ schedule }) => schedule)],
  )
}

/** One execution at a time for each schedule. The subject is part of it: two projects do not wait for each other. */
const addExecution = `
  insert into job_execution (job, class, subject_kind, subject_id, trigger, payload) select $1, $2, $3, $4, 'schedule', $5
  where not exists (
    select from job_execution where job = $1 and subject_kind = $3 and subject_id = $4 and trigger = 'schedule'
      and status in ('pending', 'running'))`

async function fire(client: PoolClient, due: DueSchedule, { jobs, now, logger }: Round): Promise<boolean> {
  const job = jobs.get(due.job)
  if (!job) return false
  let next: Date
  try {
    next = nextRun(due.cron, now)
  } catch (error) {
    logger.error(
      { err: error, job: due.job, schedule: due.id, cron: due.cron },
      'schedule not understood: switched off',
    )
    await client.query('update schedule set enabled = false, next_run_at = null where id = $1', [due.id])
    return false
  }
  // Without a next run the row is new or was changed: it starts to count now.
  if (due.next_run_at === null) {
    await client.query('update schedule set next_run_at = $2 where id = $1', [due.id, next])
    return false
  }
  await client.query('update schedule set last_run_at = $2, next_run_at = $3 where id = $1', [due.id, now, next])
  const { rowCount } = await client.query(addExecution, [
    job.name,
    job.class,
    due.subject_kind,
    due.subject_id,
    due.payload,
  ])
  return rowCount === 1
}

/**
 * Starts an execution for each schedule that is due, unless the one before it is still open. Runs missed while the service was
 * down are made up for by one. Several services may do so at the same time.
 *
 * @returns how many executions were created
 */
export function fireSchedules(pool: Pool, jobs: JobTable, logger: Logger): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<DueSchedule & { readonly now: Date }>(
      `select id, job, subject_kind, subject_id, cron, next_run_at, payload, now() as now from schedule
       where enabled and (next_run_at is null or next_run_at <= now()) and job = any($1)
       for update skip locked`,
      [[...jobs.keys()]],
    )
    let created = 0
    for (const row of rows) if (await fire(client, row, { jobs, now: row.now, logger })) created += 1
    return created
  })
}
