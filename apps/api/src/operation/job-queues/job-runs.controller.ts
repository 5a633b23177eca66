import { Controller, Get, Param, Put, Query, StreamableFile } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { givenBigId, PathBigId } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { ExecutionsService } from '../executions/executions.service.js'
import { type JobRun, JobRunsService } from './job-runs.service.js'

const idOrAll = z.union([z.literal('all'), givenBigId])

@Controller('jobservice')
export class JobRunsController {
  constructor(
    private readonly runs: JobRunsService,
    private readonly executions: ExecutionsService,
  ) {}

  @Get('jobs')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'listJobs',
    tag: 'jobservice',
    summary: 'Runs of every job, without their tasks',
    answers: { 200: pageOf(rest.jobRun) },
  })
  list(@Query({ schema: listQuery }) query: ListQuery): Promise<Page<JobRun>> {
    return this.runs.list(query)
  }

  @Get('jobs/:job_id')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'getJob',
    tag: 'jobservice',
    summary: 'A run, or a task of one',
    answers: { 200: rest.jobRun },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  get(@PathBigId('job_id') id: number): Promise<JobRun> {
    return this.runs.get(id)
  }

  @Get('jobs/:job_id/tasks')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'listTasksOfJob',
    tag: 'jobservice',
    summary: 'The tasks of a run',
    answers: { 200: pageOf(rest.jobRun) },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  tasks(@PathBigId('job_id') id: number, @Query({ schema: listQuery }) query: ListQuery): Promise<Page<JobRun>> {
    return this.runs.tasks(id, query)
  }

  @Put('jobs/:job_id')
  @Needs('jobservice-monitor:stop', inSystem)
  @Emits('job.stopped')
  @Operation({
    id: 'stopRunningJob',
    tag: 'jobservice',
    summary: 'Stop a run; "all": whatever runs',
    answers: { 200: 'none' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  stop(
    @Param('job_id', { schema: idOrAll }) id: z.output<typeof idOrAll>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return id === 'all' ? this.runs.stopAll(actor) : this.executions.stop(undefined, id, actor)
  }

  @Get('jobs/:job_id/log')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'actionGetJobLog',
    tag: 'jobservice',
    summary: 'What a run has to say, as text',
    answers: { 200: 'text' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  async log(@PathBigId('job_id') id: number): Promise<StreamableFile> {
    return new StreamableFile(await this.executions.log(undefined, id), { type: 'text/plain; charset=utf-8' })
  }
}
