import { Module } from '@nestjs/common'
import { ArtifactsModule } from '../artifacts/artifacts.module.js'
import { MetadataModule } from '../metadata.module.js'
import { RepositoriesModule } from '../repositories/repositories.module.js'
import { TagsController } from './tags.controller.js'
import { TagsService } from './tags.service.js'

@Module({
  imports: [MetadataModule, RepositoriesModule, ArtifactsModule],
  controllers: [TagsController],
  providers: [TagsService],
})
export class TagsModule {}
