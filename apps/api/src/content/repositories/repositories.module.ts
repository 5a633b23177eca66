import { Module } from '@nestjs/common'
import { MetadataModule } from '../metadata.module.js'
import { RepositoriesController } from './repositories.controller.js'
import { RepositoriesService } from './repositories.service.js'

@Module({
  imports: [MetadataModule],
  controllers: [RepositoriesController],
  providers: [RepositoriesService],
})
export class RepositoriesModule {}
