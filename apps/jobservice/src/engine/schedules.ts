import { nextRun } from '@berth/contracts'
import type { Pool, PoolClient } from 'pg'
import type { Logger } from '@berth/telemetry'
import { inTransaction } from '../transaction.js'
import type { JobTable } from './job-table.js'

interface DueSchedule {
  readonly job: string
  readonly cron: string
  readonly next_run_at: Date | null
  readonly payload: unknown
}

/** Gives each job with a schedule its row. Rows that exist stay as operators have set them. */
export async function seedSchedules(pool: Pool, jobs: JobTable): Promise<void> {
  const scheduled = [...jobs.values()].flatMap(({ name, schedule }) =>
    schedule === undefined ? [] : [{ name, schedule }],
  )
  await pool.query(
    `insert into schedule (job, cron) select * from unnest($1::text[], $2::text[]) on conflict (job) do nothing`,
    [scheduled.map(({ name }) => name), scheduled.map(({ schedule }) => schedule)],
  )
}

async function fire(client: PoolClient, due: DueSchedule, now: Date, logger: Logger): Promise<boolean> {
  let next: Date
  try {
    next = nextRun(due.cron, now)
  } catch (error) {
    logger.error({ err: error, job: due.job, cron: due.cron }, 'schedule not understood: switched off')
    await client.query('update schedule set enabled = false, next_run_at = null where job = $1', [due.job])
    return false
  }
  // Without a next run the row is new or was changed: it starts to count now.
  if (due.next_run_at === null) {
    await client.query('update schedule set next_run_at = $2 where job = $1', [due.job, next])
    return false
  }
  await client.query('update schedule set last_run_at = $2, next_run_at = $3 where job = $1', [due.job, now, next])
  const { rowCount } = await client.query(
    `insert into job_execution (job, trigger, payload) select $1, 'schedule', $2
     where not exists (select 1 from job_execution where job = $1 and trigger = 'schedule' and status in ('pending', 'running'))`,
    [due.job, due.payload],
  )
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
      `select job, cron, next_run_at, payload, now() as now from schedule
       where enabled and (next_run_at is null or next_run_at <= now()) and job = any($1)
       for update skip locked`,
      [[...jobs.keys()]],
    )
    let created = 0
    for (const row of rows) if (await fire(client, row, row.now, logger)) created += 1
    return created
  })
}
