import { Injectable } from '@nestjs/common'
import { type Actor, jobTypeOf, nextRun, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { Created } from '../../edge/results.js'
import { utc } from '../../listing/list-statement.js'
import { ExecutionsService } from '../executions/executions.service.js'
import type { ExecutionSchedule, ManagedJob, ScheduleObject, ScheduleRequest } from '../executions/executions.schema.js'

/** What the words mean when no cron expression comes with them. */
const usual: Readonly<Record<string, string>> = {
  Hourly: '0 0 * * * *',
  Daily: '0 0 0 * * *',
  Weekly: '0 0 0 * * 0',
}

interface ScheduleRow {
  readonly id: string
  readonly type: ScheduleObject['type']
  readonly cron: string
  readonly payload: string
  readonly next: string
  readonly creation_time: string
  readonly update_time: string
}

const of = ({ name, subject }: ManagedJob) =>
  sql`job = ${name} and subject_kind = ${subject.kind} and subject_id = ${subject.id}`

/** When a job runs: now, by a schedule, never. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly database: Database,
    private readonly executions: ExecutionsService,
  ) {}

  /** Undefined where the job does not run by itself. */
  async get(job: ManagedJob): Promise<ExecutionSchedule | undefined> {
    const row = await this.database.row<ScheduleRow>(sql`
      select id, type, cron, payload::text, ${utc(sql`next_run_at`)} as next, ${utc(sql`created_at`)} as creation_time,
        ${utc(sql`updated_at`)} as update_time
      from schedule where ${of(job)} and enabled`)
    if (!row) return undefined
    const { id, type, cron, payload, next, creation_time, update_time } = row
    return {
      id: Number(id),
      job_name: jobTypeOf(job.name),
      job_kind: cron,
      job_parameters: payload,
      deleted: false,
      schedule: { type, cron, next_scheduled_time: next },
      creation_time,
      update_time,
    }
  }

  /** In the place of the schedule that there may be. @throws {UserError} BAD_CRON */
  async create(job: ManagedJob, request: ScheduleRequest, actor: Actor): Promise<Created> {
    const execution = await this.update(job, request, actor)
    return new Created(`${job.path}/${execution ?? 'schedule'}`)
  }

  /** @returns the id of a run that was started @throws {UserError} BAD_CRON */
  async update(job: ManagedJob, { schedule, payload }: ScheduleRequest, actor: Actor): Promise<number | undefined> {
    if (schedule.type === 'Manual') return this.executions.start(job, payload, actor)
    await this.database.transaction(async (transaction) => {
      const cron = await this.write(transaction, job, { schedule, payload })
      await emit(transaction, 'schedule.changed', { job: job.name, cron }, actor)
    })
    return undefined
  }

  /** For whoever changes more than the schedule, and writes that down. @returns the expression, null without one @throws {UserError} BAD_CRON */
  async write(
    transaction: Transaction,
    job: ManagedJob,
    { schedule, payload }: ScheduleRequest,
  ): Promise<string | null> {
    if (schedule.type === 'None') {
      await transaction.rows(sql`update schedule set enabled = false, next_run_at = null where ${of(job)}`)
      return null
    }
    const cron = schedule.cron?.trim() || usual[schedule.type] || ''
    const next = this.next(cron)
    await transaction.rows(sql`
      insert into schedule (job, subject_kind, subject_id, cron, type, payload, next_run_at)
      values (${job.name}, ${job.subject.kind}, ${job.subject.id}, ${cron}, ${schedule.type}, ${payload}, ${next})
      on conflict (job, subject_kind, subject_id) do update set enabled = true, cron = excluded.cron, type = excluded.type,
        payload = excluded.payload, next_run_at = excluded.next_run_at, updated_at = now(),
        created_at = case when schedule.enabled then schedule.created_at else now() end`)
    return cron
  }

  private next(cron: string): Date {
    try {
      return nextRun(cron, new Date())
    } catch (error) {
      throw new UserError('BAD_CRON', { cron }, { cause: error })
    }
  }
}
