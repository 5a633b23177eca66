import type { Pool } from 'pg'
import type { Logger } from '@berth/telemetry'
import { inTransaction } from '../../transaction.js'
import type { Job } from '../job.js'
import type { JobTable } from '../job-table.js'

interface OutboxRow {
  readonly id: string
  readonly type: string
  readonly payload: unknown
}

interface NewExecution {
  readonly job: Job
  readonly payload: unknown
}

function executionsOf(event: OutboxRow, jobs: JobTable, logger: Logger): NewExecution[] {
  const executions: NewExecution[] = []
  for (const job of jobs.values()) {
    if (!job.events.includes(event.type)) continue
    try {
      const payload = job.onEvent(event.type, event.payload)
      if (payload !== undefined) executions.push({ job, payload })
    } catch (error) {
      // Held back, it would hold back every event after it; its row stays readable.
      logger.error({ err: error, job: job.name, event: event.id, type: event.type }, 'event not understood')
    }
  }
  return executions
}

/**
 * Turns a batch of events into executions of the jobs that listen to them. Creating the executions and marking the events is one
 * transaction, so each event starts each of its jobs exactly once. Several services may dispatch at the same time.
 *
 * @returns how many events were dispatched; fewer than `limit` means that no more are waiting
 */
export function dispatchOutbox(pool: Pool, jobs: JobTable, logger: Logger, limit: number): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows: events } = await client.query<OutboxRow>(
      `select id, type, payload from outbox where dispatched_at is null order by id limit $1 for update skip locked`,
      [limit],
    )
    if (events.length === 0) return 0
    const executions = events.flatMap((event) => executionsOf(event, jobs, logger))
    if (executions.length > 0) {
      await client.query(
        `insert into job_execution (job, class, trigger, payload)
         select job, class, 'event', payload from unnest($1::text[], $2::text[], $3::jsonb[]) as new (job, class, payload)`,
        [
          executions.map(({ job }) => job.name),
          executions.map(({ job }) => job.class),
          executions.map((execution) => JSON.stringify(execution.payload)),
        ],
      )
    }
    await client.query('update outbox set dispatched_at = now() where id = any($1)', [events.map((event) => event.id)])
    return events.length
  })
}
