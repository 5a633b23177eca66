import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../executions/executions.module.js'
import { JobQueuesController } from './job-queues.controller.js'
import { JobQueuesService } from './job-queues.service.js'
import { JobRunsController } from './job-runs.controller.js'
import { JobRunsService } from './job-runs.service.js'
import { ScheduleTasksController } from './schedule-tasks.controller.js'
import { WorkerPoolsService } from './worker-pools.service.js'

@Module({
  imports: [ExecutionsModule],
  controllers: [JobQueuesController, JobRunsController, ScheduleTasksController],
  providers: [JobQueuesService, JobRunsService, WorkerPoolsService],
})
export class JobQueuesModule {}
