import { Body, Controller, Get, Post, Put, Query, StreamableFile } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathBigId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { ReplicationRunsService } from './replication-runs.service.js'
import {
  type ReplicationExecution,
  type ReplicationRunQuery,
  replicationRunQuery,
  type ReplicationStart,
  type ReplicationTask,
  type ReplicationTaskQuery,
  replicationTaskQuery,
} from './replications.schema.js'

@Controller('replication/executions')
export class ReplicationRunsController {
  constructor(private readonly runs: ReplicationRunsService) {}

  @Get()
  @Needs('replication:list', inSystem)
  @Operation({
    id: 'listReplicationExecutions',
    tag: 'replication',
    summary: 'Runs of one rule or of all, the newest first',
    answers: { 200: pageOf(rest.replicationExecution) },
  })
  list(@Query({ schema: replicationRunQuery }) query: ReplicationRunQuery): Promise<Page<ReplicationExecution>> {
    return this.runs.list(query)
  }

  @Post()
  @Needs('replication:create', inSystem)
  @Emits('job.started')
  @Operation({
    id: 'startReplication',
    tag: 'replication',
    summary: 'Run a rule now',
    answers: { 201: 'location' },
    refuses: ['REPLICATION_NOT_FOUND', 'REPLICATION_OFF'],
  })
  start(
    @Body({ schema: rest.replicationStart }) { policy_id }: ReplicationStart,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.runs.start(policy_id, actor)
  }

  @Get(':id')
  @Needs('replication:read', inSystem)
  @Operation({
    id: 'getReplicationExecution',
    tag: 'replication',
    summary: 'One run, with how many of its tasks stand how',
    answers: { 200: rest.replicationExecution },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  get(@PathBigId('id') id: number): Promise<ReplicationExecution> {
    return this.runs.get(id)
  }

  @Put(':id')
  @Needs('replication:create', inSystem)
  @Emits('job.stopped')
  @Operation({
    id: 'stopReplication',
    tag: 'replication',
    summary: 'Stop a run; what is copied by then stays',
    answers: { 200: 'none' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  stop(@PathBigId('id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.runs.stop(id, actor)
  }

  @Get(':id/tasks')
  @Needs('replication:list', inSystem)
  @Operation({
    id: 'listReplicationTasks',
    tag: 'replication',
    summary: 'Tasks of a run',
    answers: { 200: pageOf(rest.replicationTask) },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  tasks(
    @PathBigId('id') id: number,
    @Query({ schema: replicationTaskQuery }) query: ReplicationTaskQuery,
  ): Promise<Page<ReplicationTask>> {
    return this.runs.tasks(id, query)
  }

  @Get(':id/tasks/:task_id/log')
  @Needs('replication:read', inSystem)
  @Operation({
    id: 'getReplicationLog',
    tag: 'replication',
    summary: 'What a task has to say, as text; under the id of the run, what the run itself has to say',
    answers: { 200: 'text' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  async log(@PathBigId('id') id: number, @PathBigId('task_id') task: number): Promise<StreamableFile> {
    return new StreamableFile(await this.runs.log(id, task), { type: 'text/plain; charset=utf-8' })
  }
}
