import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../executions/executions.module.js'
import { SchedulesModule } from '../schedules/schedules.module.js'
import { GarbageCollectionController } from './garbage-collection.controller.js'

@Module({ imports: [ExecutionsModule, SchedulesModule], controllers: [GarbageCollectionController] })
export class GarbageCollectionModule {}
