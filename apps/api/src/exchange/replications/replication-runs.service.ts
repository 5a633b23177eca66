import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { Lists } from '../../listing/lists.js'
import { ExecutionsService } from '../../operation/executions/executions.service.js'
import { runStatuses, wordsFor } from '../../operation/executions/run-words.js'
import { replicationExecutionView, rootRuns, runTriggers } from './replication-execution-view.js'
import { replicationTaskView, resourceType, taskStatuses } from './replication-task-view.js'
import type {
  ReplicationExecution,
  ReplicationRunQuery,
  ReplicationTask,
  ReplicationTaskQuery,
} from './replications.schema.js'
import { runsOf } from './replications.service.js'

/** Runs of rules, and what they said. */
@Injectable()
export class ReplicationRunsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly executions: ExecutionsService,
  ) {}

  /** @throws {UserError} REPLICATION_NOT_FOUND, REPLICATION_OFF */
  async start(policy: number, actor: Actor): Promise<Created> {
    const found = await this.database.row<{ name: string; enabled: boolean }>(
      sql`select name, enabled from replication_policy where id = ${policy}`,
    )
    if (!found) throw new UserError('REPLICATION_NOT_FOUND', { id: policy })
    if (!found.enabled) throw new UserError('REPLICATION_OFF', { name: found.name })
    const job = runsOf(policy)
    const id = await this.executions.start(job, { policy_id: policy }, actor)
    return new Created(`${job.path}/${id}`)
  }

  list({ policy_id, status, trigger, ...query }: ReplicationRunQuery): Promise<Page<ReplicationExecution>> {
    const filters = [
      ...(status === '' ? [] : [sql`e.status = any (${wordsFor(runStatuses, status)})`]),
      ...(trigger === '' ? [] : [sql`e.trigger = any (${wordsFor(runTriggers, trigger)})`]),
    ]
    const where = [rootRuns, ...(policy_id === undefined ? [] : [sql`e.subject_id = ${policy_id}`])]
    return this.lists.page(replicationExecutionView, query, { where, filters })
  }

  /** @throws {UserError} EXECUTION_NOT_FOUND, as everything here that names a run */
  async get(id: number): Promise<ReplicationExecution> {
    const row = await this.lists.row(replicationExecutionView, [rootRuns, sql`e.id = ${id}`])
    if (!row) throw new UserError('EXECUTION_NOT_FOUND', { id })
    return row
  }

  /** What is copied by then stays. */
  async stop(id: number, actor: Actor): Promise<void> {
    const { policy_id } = await this.get(id)
    await this.executions.stop(runsOf(policy_id), id, actor)
  }

  async tasks(run: number, { status, resource_type, ...query }: ReplicationTaskQuery): Promise<Page<ReplicationTask>> {
    await this.get(run)
    const filters = [
      ...(status === '' ? [] : [sql`e.status = any (${wordsFor(taskStatuses, status)})`]),
      ...(resource_type === '' ? [] : [sql`${resourceType} = ${resource_type}`]),
    ]
    return this.lists.page(replicationTaskView, query, { where: [sql`e.parent_id = ${run}`], filters })
  }

  /** @param task one of the run; or the run itself, which says what it has found */
  async log(run: number, task: number): Promise<Readable> {
    await this.get(run)
    const found = await this.database.row(
      sql`select from job_execution where id = ${task} and (parent_id = ${run} or id = ${run})`,
    )
    if (!found) throw new UserError('EXECUTION_NOT_FOUND', { id: task })
    return this.executions.log(undefined, task)
  }
}
