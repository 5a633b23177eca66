import { Body, Controller, Get, Post, Put, Query, StreamableFile } from '@nestjs/common'
import { type Actor, jobContracts, platform, rest, UserError } from '@berth/contracts'
import type { z } from 'zod'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, orNothing, pageOf } from '../../edge/openapi.js'
import { PathBigId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import {
  type ExecutionRow,
  type ExecutionSchedule,
  type ManagedJob,
  type ScheduleRequest,
} from '../executions/executions.schema.js'
import { ExecutionsService } from '../executions/executions.service.js'
import { SchedulesService } from '../schedules/schedules.service.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'

const job: ManagedJob = {
  name: 'garbage-collection',
  subject: platform,
  path: '/api/v2.0/system/gc',
}

type ScheduleBody = z.output<typeof rest.gcSchedule>

function request({ schedule, parameters = {} }: ScheduleBody): ScheduleRequest {
  const { data, error } = jobContracts['garbage-collection'].schema.safeParse(parameters)
  if (data) return { schedule, payload: data }
  const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new UserError('BAD_JOB_PARAMETERS', { detail: faults.join('; ') })
}

@Controller('system/gc')
export class GarbageCollectionController {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly schedules: SchedulesService,
  ) {}

  @Get()
  @Needs('garbage-collection:list', inSystem)
  @Operation({
    id: 'getGCHistory',
    tag: 'gc',
    summary: 'Runs of garbage collection',
    answers: { 200: pageOf(rest.gcHistory) },
  })
  list(@Query({ schema: listQuery }) query: ListQuery): Promise<Page<ExecutionRow>> {
    return this.executions.list(job, query)
  }

  @Get('schedule')
  @Needs('garbage-collection:read', inSystem)
  @Operation({
    id: 'getGCSchedule',
    tag: 'gc',
    summary: 'When garbage is collected by itself; no body without a schedule',
    answers: { 200: orNothing(rest.executionSchedule) },
  })
  schedule(): Promise<ExecutionSchedule | undefined> {
    return this.schedules.get(job)
  }

  @Post('schedule')
  @Needs('garbage-collection:create', inSystem)
  @Emits('job.started', 'schedule.changed')
  @Operation({
    id: 'createGCSchedule',
    tag: 'gc',
    summary: 'Collect garbage now (Manual), or by a schedule',
    answers: { 201: 'location' },
    refuses: ['BAD_CRON', 'BAD_JOB_PARAMETERS'],
  })
  create(@Body({ schema: rest.gcSchedule }) body: ScheduleBody, @CurrentActor() actor: Actor): Promise<Created> {
    return this.schedules.create(job, request(body), actor)
  }

  @Put('schedule')
  @Needs('garbage-collection:update', inSystem)
  @Emits('job.started', 'schedule.changed')
  @Operation({
    id: 'updateGCSchedule',
    tag: 'gc',
    summary: 'Change when garbage is collected',
    answers: { 200: 'none' },
    refuses: ['BAD_CRON', 'BAD_JOB_PARAMETERS'],
  })
  async update(@Body({ schema: rest.gcSchedule }) body: ScheduleBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.schedules.update(job, request(body), actor)
  }

  @Get(':gc_id')
  @Needs('garbage-collection:read', inSystem)
  @Operation({
    id: 'getGC',
    tag: 'gc',
    summary: 'One run',
    answers: { 200: rest.gcHistory },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  get(@PathBigId('gc_id') id: number): Promise<ExecutionRow> {
    return this.executions.get(job, id)
  }

  @Put(':gc_id')
  @Needs('garbage-collection:stop', inSystem)
  @Emits('job.stopped')
  @Operation({
    id: 'stopGC',
    tag: 'gc',
    summary: 'Stop a run',
    answers: { 200: 'none' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  stop(@PathBigId('gc_id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.executions.stop(job, id, actor)
  }

  @Get(':gc_id/log')
  @Needs('garbage-collection:read', inSystem)
  @Operation({
    id: 'getGCLog',
    tag: 'gc',
    summary: 'What a run has to say, as text',
    answers: { 200: 'text' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  async log(@PathBigId('gc_id') id: number): Promise<StreamableFile> {
    return new StreamableFile(await this.executions.log(job, id), { type: 'text/plain; charset=utf-8' })
  }
}
