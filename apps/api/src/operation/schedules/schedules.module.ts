import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../executions/executions.module.js'
import { SchedulesService } from './schedules.service.js'

/** For features whose jobs run by the clock. */
@Module({ imports: [ExecutionsModule], providers: [SchedulesService], exports: [SchedulesService] })
export class SchedulesModule {}
