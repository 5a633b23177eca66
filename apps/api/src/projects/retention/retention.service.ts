import { Injectable } from '@nestjs/common'
import { type Actor, isCron, type rest, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { Created } from '../../edge/results.js'
import { utc } from '../../listing/list-statement.js'
import type { ManagedJob } from '../../operation/executions/executions.schema.js'
import { SchedulesService } from '../../operation/schedules/schedules.service.js'

export type GivenRetention = z.output<typeof rest.givenRetention>
export type RetentionPolicy = z.output<typeof rest.retentionPolicy>

type Place = Pick<ProjectContext, 'id' | 'name'>

interface PolicyRow {
  readonly id: number
  readonly project_id: number
  readonly rules: RetentionPolicy['rules']
  readonly max_percent: number | null
  readonly cron: string | null
  readonly schedule_id: string | null
  readonly next: string | null
}

/** Runs of a policy, as the jobservice knows them. */
export const runsOf = (policy: number): ManagedJob => ({
  name: 'retention',
  subject: { kind: 'retention', id: policy },
  path: `/api/v2.0/retentions/${policy}/executions`,
})

/** Rules are told by their places: a run says by these numbers what has kept something. */
const numbered = (rules: GivenRetention['rules']) =>
  rules.map((rule, index) => ({ ...rule, id: index + 1, priority: rule.priority ?? index + 1, action: 'retain' }))

/** What a project keeps of its artifacts. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly schedules: SchedulesService,
  ) {}

  async get(id: number): Promise<RetentionPolicy> {
    const row = await this.database.row<PolicyRow>(sql`
      select x.id, x.project_id, x.rules, x.max_percent, s.cron, s.id as schedule_id, ${utc(sql`s.next_run_at`)} as next
      from retention_policy x
      left join schedule s on s.job = 'retention' and s.subject_kind = 'retention' and s.subject_id = x.id and s.enabled
      where x.id = ${id}`)
    if (!row) throw new UserError('NOT_FOUND')
    const { cron, schedule_id, next } = row
    return {
      id: row.id,
      algorithm: 'or',
      rules: row.rules,
      trigger: {
        kind: 'Schedule',
        settings: { cron: cron ?? '', ...(next === null ? {} : { next_scheduled_time: next }) },
        references: schedule_id === null ? {} : { job_id: Number(schedule_id) },
      },
      scope: { level: 'project', ref: row.project_id },
      max_percent: row.max_percent,
    }
  }

  async create(project: ProjectContext, given: GivenRetention, actor: Actor): Promise<Created> {
    const id = await this.database.transaction((transaction) => this.createWith(transaction, project, given, actor), {
      retention_policy_project_id_key: () => new UserError('RETENTION_EXISTS'),
    })
    return new Created(`/api/v2.0/retentions/${id}`)
  }

  /** For whoever makes more at the same time. @returns its id @throws {UserError} BAD_CRON */
  async createWith(transaction: Transaction, project: Place, given: GivenRetention, actor: Actor): Promise<number> {
    const cron = readCron(given) ?? ''
    const made = insertedRow(
      await transaction.row<{ id: number }>(sql`
        insert into retention_policy (project_id, rules, max_percent)
        values (${project.id}, ${JSON.stringify(numbered(given.rules))}::jsonb, ${given.max_percent ?? null}) returning id`),
    )
    if (cron !== '') await this.schedule(transaction, made.id, cron)
    await emit(transaction, 'retention.created', told(project, made.id, given, cron), actor)
    return made.id
  }

  async update(project: ProjectContext, id: number, given: GivenRetention, actor: Actor): Promise<void> {
    if (given.scope.ref !== project.id) throw new UserError('RETENTION_ELSEWHERE')
    const cron = readCron(given)
    await this.database.transaction(async (transaction) => {
      // A client that does not know of the share leaves it as it is.
      const row = await transaction.row(sql`
        update retention_policy set rules = ${JSON.stringify(numbered(given.rules))}::jsonb,
          max_percent = coalesce(${given.max_percent ?? null}::smallint, max_percent), version = version + 1, updated_at = now()
        where id = ${id} returning id`)
      if (!row) throw new UserError('NOT_FOUND')
      if (cron !== undefined) await this.schedule(transaction, id, cron)
      await emit(transaction, 'retention.changed', told(project, id, given, cron), actor)
    })
  }

  /** Runs that are under way end. Its schedule goes with it. */
  async delete(project: ProjectContext, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const row = await transaction.row(sql`delete from retention_policy where id = ${id} returning id`)
      if (!row) throw new UserError('NOT_FOUND')
      await transaction.rows(sql`
        update job_execution set status = 'stopped', ended_at = now(), lease_until = null
        where subject_kind = 'retention' and subject_id = ${id} and job in ('retention', 'retention-repository')
          and status in ('pending', 'running')`)
      const about = { project_id: project.id, project: project.name, policy_id: id }
      await emit(transaction, 'retention.deleted', about, actor)
    })
  }

  private async schedule(transaction: Transaction, id: number, cron: string): Promise<void> {
    const schedule = cron === '' ? ({ type: 'None' } as const) : ({ type: 'Custom', cron } as const)
    await this.schedules.write(transaction, runsOf(id), { schedule, payload: { policy_id: id } })
  }
}

/** Empty: never by itself. Undefined: nothing is said. @throws {UserError} BAD_CRON */
function readCron({ trigger }: GivenRetention): string | undefined {
  const cron = trigger?.settings.cron.trim()
  if (cron && !isCron(cron)) throw new UserError('BAD_CRON', { cron })
  return cron
}

const told = (project: Place, id: number, { rules, max_percent }: GivenRetention, cron: string | undefined) => ({
  project_id: project.id,
  project: project.name,
  policy_id: id,
  rules: rules.length,
  ...(cron === undefined ? {} : { cron: cron === '' ? null : cron }),
  ...(max_percent === undefined ? {} : { max_percent }),
})
