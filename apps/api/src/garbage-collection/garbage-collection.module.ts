import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../executions/executions.module.js'
import { GarbageCollectionController } from './garbage-collection.controller.js'

@Module({ imports: [ExecutionsModule], controllers: [GarbageCollectionController] })
export class GarbageCollectionModule {}
