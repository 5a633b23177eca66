import { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { type Actor, jobContracts, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { executionView } from './execution-view.js'
import type { ExecutionRow, ManagedJob } from './executions.schema.js'

/** Of a log, read at once: the jobservice writes up to 64 Ki characters a piece. */
const PIECES = 8

/** What runs are found by. */
interface Named {
  readonly name: string
  readonly subject: ManagedJob['subject']
}

/** Without a job: whatever it is a run of. */
const of = (job: Named | undefined) =>
  job
    ? sql`e.job = ${job.name} and e.subject_kind = ${job.subject.kind} and e.subject_id = ${job.subject.id}`
    : sql`true`

/** Runs of jobs, which the jobservice carries out. */
@Injectable()
export class ExecutionsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  list(job: ManagedJob, query: ListQuery): Promise<Page<ExecutionRow>> {
    return this.lists.page(executionView(job.name), query, { where: [of(job), sql`e.parent_id is null`] })
  }

  /** @throws {UserError} EXECUTION_NOT_FOUND, as everything here that names a run */
  async get(job: ManagedJob, id: number): Promise<ExecutionRow> {
    const row = await this.lists.row(executionView(job.name), [of(job), sql`e.id = ${id}`])
    if (!row) throw new UserError('EXECUTION_NOT_FOUND', { id })
    return row
  }

  /** Starts a run as soon as a worker is free. @returns its id */
  async start({ name, subject }: ManagedJob, payload: object, actor: Actor): Promise<number> {
    const startedBy = { kind: actor.kind, id: actor.id, name: actor.name }
    return this.database.transaction(async (transaction) => {
      const row = await transaction.row<{ id: string }>(sql`
        insert into job_execution (job, class, subject_kind, subject_id, trigger, payload, started_by)
        values (${name}, ${jobContracts[name].class}, ${subject.kind}, ${subject.id}, 'manual', ${payload}, ${startedBy})
        returning id`)
      const id = Number(row?.id)
      await emit(transaction, 'job.started', { job: name, execution_id: id }, actor)
      return id
    })
  }

  /** Ends a run that waits; one that works is told so within seconds. One that has ended stays as it is. */
  async stop(job: ManagedJob | undefined, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const row = await transaction.row<{ job: string; stopped: boolean }>(sql`
        with stopped as (
          update job_execution e set status = 'stopped', ended_at = now(), lease_until = null
          where e.id = ${id} and ${of(job)} and status in ('pending', 'running') returning e.id
        )
        select e.job, exists (select from stopped) as stopped from job_execution e where e.id = ${id} and ${of(job)}`)
      if (!row) throw new UserError('EXECUTION_NOT_FOUND', { id })
      if (row.stopped) await emit(transaction, 'job.stopped', { job: row.job, execution_id: id }, actor)
    })
  }

  /** Lines with their times, read as they are sent; nothing where the run has said nothing yet. */
  async log(job: Named | undefined, id: number): Promise<Readable> {
    const row = await this.database.row(sql`select from job_execution e where e.id = ${id} and ${of(job)}`)
    if (!row) throw new UserError('EXECUTION_NOT_FOUND', { id })
    return Readable.from(this.pieces(id), { objectMode: false })
  }

  private async *pieces(id: number): AsyncGenerator<string> {
    for (let after = '0'; ;) {
      const rows = await this.database.rows<{ id: string; text: string }>(sql`
        select id, text from job_log where execution_id = ${id} and id > ${after} order by id limit ${PIECES}`)
      for (const { text } of rows) if (text !== '') yield text
      const last = rows.at(-1)
      if (!last || rows.length < PIECES) return
      after = last.id
    }
  }
}
