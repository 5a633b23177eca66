import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../executions/executions.module.js'
import { SchedulesModule } from '../schedules/schedules.module.js'
import { PurgeAuditController } from './purge-audit.controller.js'

@Module({ imports: [ExecutionsModule, SchedulesModule], controllers: [PurgeAuditController] })
export class PurgeAuditModule {}
