import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../../operation/executions/executions.module.js'
import { SchedulesModule } from '../../operation/schedules/schedules.module.js'
import { ReplicationRunsController } from './replication-runs.controller.js'
import { ReplicationRunsService } from './replication-runs.service.js'
import { ReplicationsController } from './replications.controller.js'
import { ReplicationsService } from './replications.service.js'

@Module({
  imports: [ExecutionsModule, SchedulesModule],
  controllers: [ReplicationsController, ReplicationRunsController],
  providers: [ReplicationsService, ReplicationRunsService],
})
export class ReplicationsModule {}
