import { Body, Controller, Get, Post, Put, Query, StreamableFile } from '@nestjs/common'
import { type Actor, platform, rest } from '@berth/contracts'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, orNothing, pageOf } from '../../edge/openapi.js'
import { PathBigId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import type { ExecutionRow, ExecutionSchedule, ManagedJob } from '../executions/executions.schema.js'
import { ExecutionsService } from '../executions/executions.service.js'
import { SchedulesService } from '../schedules/schedules.service.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { type PurgeSchedule, purgeRequest } from './purge-request.js'

const job: ManagedJob = {
  name: 'purge-audit-log',
  subject: platform,
  path: '/api/v2.0/system/purgeaudit',
}

@Controller('system/purgeaudit')
export class PurgeAuditController {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly schedules: SchedulesService,
  ) {}

  @Get()
  @Needs('purge-audit:list', inSystem)
  @Operation({
    id: 'getPurgeHistory',
    tag: 'purge',
    summary: 'Purges of the audit log',
    answers: { 200: pageOf(rest.execHistory) },
  })
  list(@Query({ schema: listQuery }) query: ListQuery): Promise<Page<ExecutionRow>> {
    return this.executions.list(job, query)
  }

  @Get('schedule')
  @Needs('purge-audit:read', inSystem)
  @Operation({
    id: 'getPurgeSchedule',
    tag: 'purge',
    summary: 'When the audit log is purged by itself; no body without a schedule',
    answers: { 200: orNothing(rest.executionSchedule) },
  })
  schedule(): Promise<ExecutionSchedule | undefined> {
    return this.schedules.get(job)
  }

  @Post('schedule')
  @Needs('purge-audit:create', inSystem)
  @Emits('job.started', 'schedule.changed')
  @Operation({
    id: 'createPurgeSchedule',
    tag: 'purge',
    summary: 'Purge the audit log now (Manual), or by a schedule',
    answers: { 201: 'location' },
    refuses: ['BAD_CRON', 'BAD_JOB_PARAMETERS'],
  })
  create(@Body({ schema: rest.purgeSchedule }) body: PurgeSchedule, @CurrentActor() actor: Actor): Promise<Created> {
    return this.schedules.create(job, purgeRequest(body), actor)
  }

  @Put('schedule')
  @Needs('purge-audit:update', inSystem)
  @Emits('job.started', 'schedule.changed')
  @Operation({
    id: 'updatePurgeSchedule',
    tag: 'purge',
    summary: 'Change when the audit log is purged',
    answers: { 200: 'none' },
    refuses: ['BAD_CRON', 'BAD_JOB_PARAMETERS'],
  })
  async update(@Body({ schema: rest.purgeSchedule }) body: PurgeSchedule, @CurrentActor() actor: Actor): Promise<void> {
    await this.schedules.update(job, purgeRequest(body), actor)
  }

  @Get(':purge_id')
  @Needs('purge-audit:read', inSystem)
  @Operation({
    id: 'getPurgeJob',
    tag: 'purge',
    summary: 'One purge',
    answers: { 200: rest.execHistory },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  get(@PathBigId('purge_id') id: number): Promise<ExecutionRow> {
    return this.executions.get(job, id)
  }

  @Put(':purge_id')
  @Needs('purge-audit:stop', inSystem)
  @Emits('job.stopped')
  @Operation({
    id: 'stopPurge',
    tag: 'purge',
    summary: 'Stop a purge',
    answers: { 200: 'none' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  stop(@PathBigId('purge_id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.executions.stop(job, id, actor)
  }

  @Get(':purge_id/log')
  @Needs('purge-audit:read', inSystem)
  @Operation({
    id: 'getPurgeJobLog',
    tag: 'purge',
    summary: 'What a purge has to say, as text',
    answers: { 200: 'text' },
    refuses: ['EXECUTION_NOT_FOUND'],
  })
  async log(@PathBigId('purge_id') id: number): Promise<StreamableFile> {
    return new StreamableFile(await this.executions.log(job, id), { type: 'text/plain; charset=utf-8' })
  }
}
