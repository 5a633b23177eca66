import { Module } from '@nestjs/common'
import { ExecutionsService } from './executions.service.js'

/** For features that are jobs: their history and logs. */
@Module({ providers: [ExecutionsService], exports: [ExecutionsService] })
export class ExecutionsModule {}
