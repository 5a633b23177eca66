import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import type { ManagedJob } from '../../operation/executions/executions.schema.js'
import { ExecutionsService } from '../../operation/executions/executions.service.js'
import { retentionExecutionView } from './retention-execution-view.js'
import { retentionTaskView } from './retention-task-view.js'
import { retentionVerdictView } from './retention-verdict-view.js'
import { runsOf } from './retention.service.js'

export type RetentionStart = z.output<typeof rest.retentionStart>
export type RetentionExecution = z.output<typeof rest.retentionExecution>
export type RetentionTask = z.output<typeof rest.retentionTask>
export type RetentionVerdict = z.output<typeof rest.retentionVerdict>

const tasksOf = (policy: number): ManagedJob => ({ ...runsOf(policy), name: 'retention-repository' })

const isRun = (policy: number) =>
  sql`e.job = 'retention' and e.subject_kind = 'retention' and e.subject_id = ${policy} and e.parent_id is null`

/** Runs of a policy, and what they said. */
@Injectable()
export class RetentionRunsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly executions: ExecutionsService,
  ) {}

  async start(policy: number, { dry_run, preview }: RetentionStart, actor: Actor): Promise<Created> {
    const found = await this.database.row<{ has_rules: boolean; is_current: boolean }>(sql`
      select exists (select from jsonb_array_elements(x.rules) r where r->>'disabled' = 'false') as has_rules,
        exists (
          select from job_execution e where e.id = ${preview ?? 0} and ${isRun(policy)} and e.status = 'success'
            and e.payload->>'dry_run' = 'true' and (e.result->>'version')::integer = x.version) as is_current
      from retention_policy x where x.id = ${policy}`)
    if (!found) throw new UserError('NOT_FOUND')
    if (!found.has_rules) throw new UserError('RETENTION_WITHOUT_RULES')
    if (preview !== undefined && !found.is_current) throw new UserError('RETENTION_PREVIEW_OUTDATED', { preview })
    const job = runsOf(policy)
    const id = await this.executions.start(job, { policy_id: policy, dry_run, preview: preview ?? null }, actor)
    return new Created(`${job.path}/${id}`)
  }

  list(policy: number, query: ListQuery): Promise<Page<RetentionExecution>> {
    return this.lists.page(retentionExecutionView, query, { where: [isRun(policy)] })
  }

  stop(policy: number, run: number, actor: Actor): Promise<void> {
    return this.executions.stop(runsOf(policy), run, actor)
  }

  async tasks(policy: number, run: number, query: ListQuery): Promise<Page<RetentionTask>> {
    await this.requireRun(policy, run)
    return this.lists.page(retentionTaskView, query, { where: [sql`e.parent_id = ${run}`] })
  }

  async log(policy: number, run: number, task: number): Promise<Readable> {
    await this.requireRun(policy, run)
    const found = await this.database.row(sql`select from job_execution where id = ${task} and parent_id = ${run}`)
    if (!found) throw new UserError('EXECUTION_NOT_FOUND', { id: task })
    return this.executions.log(tasksOf(policy), task)
  }

  async verdicts(policy: number, run: number, query: ListQuery): Promise<Page<RetentionVerdict>> {
    await this.requireRun(policy, run)
    return this.lists.page(retentionVerdictView, query, { where: [sql`v.run_id = ${run}`] })
  }

  /** @throws {UserError} EXECUTION_NOT_FOUND */
  private async requireRun(policy: number, run: number): Promise<void> {
    const found = await this.database.row(sql`select from job_execution e where e.id = ${run} and ${isRun(policy)}`)
    if (!found) throw new UserError('EXECUTION_NOT_FOUND', { id: run })
  }
}
