import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { emitAll } from '@berth/database'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { jobRunView } from './job-run-view.js'

export type JobRun = z.output<typeof rest.jobRun>

/** Runs of every job. */
@Injectable()
export class JobRunsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  list(query: ListQuery): Promise<Page<JobRun>> {
    return this.lists.page(jobRunView, query, { where: [sql`e.parent_id is null`] })
  }

  /** @throws {UserError} EXECUTION_NOT_FOUND */
  async get(id: number): Promise<JobRun> {
    const row = await this.lists.row(jobRunView, [sql`e.id = ${id}`])
    if (!row) throw new UserError('EXECUTION_NOT_FOUND', { id })
    return row
  }

  /** @throws {UserError} EXECUTION_NOT_FOUND */
  async tasks(id: number, query: ListQuery): Promise<Page<JobRun>> {
    await this.get(id)
    return this.lists.page(jobRunView, query, { where: [sql`e.parent_id = ${id}`] })
  }

  /** Whatever runs at this moment. Tasks end with what they belong to, and are not told of by themselves. */
  async stopAll(actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const stopped = await transaction.rows<{ id: string; job: string; parent_id: string | null }>(sql`
        with running as (select id from job_execution where status = 'running' order by id for update)
        update job_execution e set status = 'stopped', ended_at = now(), lease_until = null
        from running where e.id = running.id returning e.id, e.job, e.parent_id`)
      const events = stopped
        .filter(({ parent_id }) => parent_id === null)
        .map(({ id, job }) => ({ payload: { job, execution_id: Number(id) }, actor }))
      if (events.length > 0) await emitAll(transaction, 'job.stopped', events)
    })
  }
}
