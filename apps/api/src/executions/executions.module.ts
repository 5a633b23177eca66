import { Module } from '@nestjs/common'
import { ExecutionsService } from './executions.service.js'
import { SchedulesService } from './schedules.service.js'

/** For features that are jobs: their history, logs and schedules. */
@Module({ providers: [ExecutionsService, SchedulesService], exports: [ExecutionsService, SchedulesService] })
export class ExecutionsModule {}
