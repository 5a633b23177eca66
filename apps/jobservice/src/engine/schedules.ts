import { nextRun, SCHEDULER } from '@berth/contracts'
import type { Database, Transaction } from '@berth/database'
import type { Logger } from '@berth/telemetry'
import sql from 'sql-template-tag'
import type { Job } from './job.js'
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
export async function seedSchedules(database: Database, jobs: JobTable): Promise<void> {
  const scheduled = [...jobs.values()].flatMap(({ name, schedule }) =>
    schedule === undefined ? [] : [{ name, schedule }],
  )
  const [names, schedules] = [scheduled.map(({ name }) => name), scheduled.map(({ schedule }) => schedule)]
  await database.rows(sql`
    insert into schedule (job, cron) select * from unnest(${names}::text[], ${schedules}::text[])
    on conflict (job, subject_kind, subject_id) do nothing`)
}

/** What was due and did not begin. */
async function tellSkip(transaction: Transaction, job: Job, due: DueSchedule): Promise<void> {
  await transaction.rows(sql`
    insert into job_execution (job, class, subject_kind, subject_id, trigger, payload, status, error, ended_at)
    values (${job.name}, ${job.class}, ${due.subject_kind}, ${due.subject_id}, 'schedule', ${due.payload}, 'stopped',
      'skipped: the run before it has not ended', now())`)
}

async function fire(transaction: Transaction, due: DueSchedule, { jobs, now, logger }: Round): Promise<boolean> {
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
    await transaction.rows(sql`update schedule set enabled = false, next_run_at = null where id = ${due.id}`)
    return false
  }
  // Without a next run the row is new or was changed: it starts to count now.
  if (due.next_run_at === null) {
    await transaction.rows(sql`update schedule set next_run_at = ${next} where id = ${due.id}`)
    return false
  }
  await transaction.rows(sql`update schedule set last_run_at = ${now}, next_run_at = ${next} where id = ${due.id}`)
  // One execution at a time for each schedule. The subject is part of it: two projects do not wait for each other.
  const created = await transaction.rows(sql`
    insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
    select ${job.name}, ${job.class}, ${due.subject_kind}, ${due.subject_id}, 'schedule', ${due.payload}
    where not exists (
      select from job_execution
      where job = ${job.name} and subject_kind = ${due.subject_kind} and subject_id = ${due.subject_id}
        and trigger = 'schedule' and status in ('pending', 'running'))
    returning id`)
  if (created.length === 0 && job.tellsSkips) await tellSkip(transaction, job, due)
  return created.length === 1
}

/**
 * Starts an execution for each schedule that is due, unless the one before it is still open. Runs missed while the service was
 * down, or schedules were paused, are made up for by one. Several services may do so at the same time.
 *
 * @param limit of schedules, the longest due first: each is held until all of them are through
 * @returns how many there were, and how many executions were created
 */
export function fireSchedules(
  database: Database,
  jobs: JobTable,
  logger: Logger,
  limit: number,
): Promise<{ taken: number; created: number }> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.rows<DueSchedule & { readonly now: Date }>(sql`
      select id, job, subject_kind, subject_id, cron, next_run_at, payload, now() as now from schedule
      where enabled and (next_run_at is null or next_run_at <= now()) and job = any(${[...jobs.keys()]})
        and not exists (select from job_pause where job_pause.job = ${SCHEDULER})
      order by next_run_at limit ${limit}
      for update skip locked`)
    let created = 0
    for (const row of rows) if (await fire(transaction, row, { jobs, now: row.now, logger })) created += 1
    return { taken: rows.length, created }
  })
}
