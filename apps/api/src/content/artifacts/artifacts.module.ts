import { Module } from '@nestjs/common'
import { MetadataModule } from '../metadata.module.js'
import { RepositoriesModule } from '../repositories/repositories.module.js'
import { ArtifactFinder } from './artifact-finder.js'
import { ArtifactsController } from './artifacts.controller.js'
import { ArtifactsService } from './artifacts.service.js'

@Module({
  imports: [MetadataModule, RepositoriesModule],
  controllers: [ArtifactsController],
  providers: [ArtifactsService, ArtifactFinder],
  exports: [ArtifactFinder],
})
export class ArtifactsModule {}
