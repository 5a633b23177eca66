import { Module } from '@nestjs/common'
import { RetentionModule } from '../retention/retention.module.js'
import { ProjectsController } from './projects.controller.js'
import { ProjectsService } from './projects.service.js'

@Module({ imports: [RetentionModule], controllers: [ProjectsController], providers: [ProjectsService] })
export class ProjectsModule {}
