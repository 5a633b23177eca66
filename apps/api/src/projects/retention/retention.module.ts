import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../../operation/executions/executions.module.js'
import { SchedulesModule } from '../../operation/schedules/schedules.module.js'
import { RetentionController } from './retention.controller.js'
import { RetentionRunsController } from './retention-runs.controller.js'
import { RetentionRunsService } from './retention-runs.service.js'
import { RetentionService } from './retention.service.js'

@Module({
  imports: [ExecutionsModule, SchedulesModule],
  controllers: [RetentionController, RetentionRunsController],
  providers: [RetentionService, RetentionRunsService],
  exports: [RetentionService],
})
export class RetentionModule {}
