import { Body, Controller, Get, Param, Put } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { type JobQueue, JobQueuesService } from './job-queues.service.js'
import { type Worker, type WorkerPool, WorkerPoolsService } from './worker-pools.service.js'

const name = z.string().max(255)

@Controller('jobservice')
export class JobQueuesController {
  constructor(
    private readonly queues: JobQueuesService,
    private readonly pools: WorkerPoolsService,
  ) {}

  @Get('pools')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'getWorkerPools',
    tag: 'jobservice',
    summary: 'The jobservices at work',
    answers: { 200: z.array(rest.workerPool) },
  })
  listPools(): Promise<WorkerPool[]> {
    return this.pools.list()
  }

  @Get('pools/:pool_id/workers')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'getWorkers',
    tag: 'jobservice',
    summary: 'What the workers of a jobservice do; "all": of every one',
    answers: { 200: z.array(rest.worker) },
    refuses: ['WORKER_POOL_NOT_FOUND'],
  })
  listWorkers(@Param('pool_id', { schema: name }) pool: string): Promise<Worker[]> {
    return this.pools.workers(pool)
  }

  @Get('queues')
  @Needs('jobservice-monitor:list', inSystem)
  @Operation({
    id: 'listJobQueues',
    tag: 'jobservice',
    summary: 'What waits, by type of job',
    answers: { 200: z.array(rest.jobQueue) },
  })
  listQueues(): Promise<JobQueue[]> {
    return this.queues.list()
  }

  @Put('queues/:job_type')
  @Needs('jobservice-monitor:stop', inSystem)
  @Emits('queue.paused', 'queue.resumed', 'queue.stopped')
  @Operation({
    id: 'actionPendingJobs',
    tag: 'jobservice',
    summary:
      'End what waits, or keep it waiting until it may go on; "all": in every queue, "SCHEDULER": what schedules start',
    answers: { 200: 'none' },
    refuses: ['QUEUE_NOT_FOUND'],
  })
  act(
    @Param('job_type', { schema: name }) queue: string,
    @Body({ schema: rest.queueAction }) { action }: z.output<typeof rest.queueAction>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.queues.act(queue, action, actor)
  }
}
