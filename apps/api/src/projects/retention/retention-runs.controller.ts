import { Body, Controller, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inProjectOf, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathBigId, PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import {
  type RetentionExecution,
  RetentionRunsService,
  type RetentionStart,
  type RetentionTask,
  type RetentionVerdict,
} from './retention-runs.service.js'

const ofPolicy = inProjectOf('retention', 'id')

@Controller('retentions/:id/executions')
export class RetentionRunsController {
  constructor(private readonly runs: RetentionRunsService) {}

  @Get()
  @Needs('tag-retention:list', ofPolicy)
  @Operation({
    id: 'listRetentionExecutions',
    tag: 'Retention',
    summary: 'Runs of a policy, the newest first',
    answers: { 200: pageOf(rest.retentionExecution) },
  })
  list(@PathId('id') id: number, @Query({ schema: listQuery }) query: ListQuery): Promise<Page<RetentionExecution>> {
    return this.runs.list(id, query)
  }

  @Post()
  @Needs('tag-retention:update', ofPolicy)
  @Emits('job.started')
  @Operation({
    id: 'triggerRetentionExecution',
    tag: 'Retention',
    summary: 'Run a policy, or preview what a run would take; with `preview`, take nothing but what that said',
    answers: { 201: 'location' },
    refuses: ['RETENTION_WITHOUT_RULES', 'RETENTION_PREVIEW_OUTDATED'],
  })
  start(
    @PathId('id') id: number,
    @Body({ schema: rest.retentionStart }) body: RetentionStart,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.runs.start(id, body, actor)
  }

  @Patch(':eid')
  @Needs('tag-retention:update', ofPolicy)
  @Emits('job.stopped')
  @Operation({
    id: 'operateRetentionExecution',
    tag: 'Retention',
    summary: 'Stop a run; what has gone by then can be restored',
    answers: { 200: 'none' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  stop(
    @PathId('id') id: number,
    @PathBigId('eid') run: number,
    @Body({ schema: rest.retentionAction }) _action: unknown,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.runs.stop(id, run, actor)
  }

  @Get(':eid/tasks')
  @Needs('tag-retention:list', ofPolicy)
  @Operation({
    id: 'listRetentionTasks',
    tag: 'Retention',
    summary: 'Tasks of a run, one for each repository',
    answers: { 200: pageOf(rest.retentionTask) },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  tasks(
    @PathId('id') id: number,
    @PathBigId('eid') run: number,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RetentionTask>> {
    return this.runs.tasks(id, run, query)
  }

  @Get(':eid/tasks/:tid')
  @Needs('tag-retention:read', ofPolicy)
  @Operation({
    id: 'getRetentionTaskLog',
    tag: 'Retention',
    summary: 'What a task has to say, as text: each artifact, and why it stays or goes',
    answers: { 200: 'text' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  async log(
    @PathId('id') id: number,
    @PathBigId('eid') run: number,
    @PathBigId('tid') task: number,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.runs.log(id, run, task), { type: 'text/plain; charset=utf-8' })
  }

  @Get(':eid/artifacts')
  @Needs('tag-retention:read', ofPolicy)
  @Operation({
    id: 'listRetentionVerdicts',
    tag: 'Retention',
    summary:
      'Artifacts that a run looked at: which go, which stay, and by which rule. `q` takes outcome and repository',
    answers: { 200: pageOf(rest.retentionVerdict) },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  verdicts(
    @PathId('id') id: number,
    @PathBigId('eid') run: number,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RetentionVerdict>> {
    return this.runs.verdicts(id, run, query)
  }
}
