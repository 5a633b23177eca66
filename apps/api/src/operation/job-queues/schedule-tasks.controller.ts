import { Controller, Get, Param, Query } from '@nestjs/common'
import { nextRuns, rest, UserError, withSecond } from '@berth/contracts'
import sql from 'sql-template-tag'
import { z } from 'zod'
import { inSystem, Needs, SignedIn } from '../../access/needs.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { JobQueuesService } from './job-queues.service.js'
import { scheduleTaskView } from './schedule-task-view.js'

type ScheduleTask = z.output<typeof rest.scheduleTask>
const NEXT = 5

@Controller('schedules')
export class ScheduleTasksController {
  constructor(
    private readonly lists: Lists,
    private readonly queues: JobQueuesService,
  ) {}

  @Get()
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'listSchedules',
    tag: 'schedule',
    summary: 'What runs by the clock',
    answers: { 200: pageOf(rest.scheduleTask) },
  })
  async list(@Query({ schema: listQuery }) query: ListQuery): Promise<Page<ScheduleTask>> {
    const page = await this.lists.page(scheduleTaskView, query, { where: [sql`s.enabled`] })
    const now = new Date()
    return page.map((row) => ({ ...row, cron: withSecond(row.cron), next_runs: nextOf(row.cron, now) }))
  }

  @Get(':job_type/paused')
  @SignedIn()
  @Operation({
    id: 'getSchedulePaused',
    tag: 'schedule',
    summary: 'Whether schedules start nothing at the moment; asked for "all"',
    answers: { 200: rest.schedulerStatus },
    refuses: ['SCHEDULES_PAUSED_ALL_ONLY'],
  })
  async paused(@Param('job_type', { schema: z.string().max(255) }) type: string): Promise<{ paused: boolean }> {
    if (type.toLowerCase() !== 'all') throw new UserError('SCHEDULES_PAUSED_ALL_ONLY')
    return { paused: await this.queues.isSchedulerPaused() }
  }
}

/** None where the expression, written by hand into the table, is not one. */
function nextOf(cron: string, now: Date): string[] {
  try {
    return nextRuns(cron, now, NEXT).map((time) => time.toISOString())
  } catch {
    return []
  }
}
