import { Module } from '@nestjs/common'
import { MetadataModule } from '../metadata.module.js'
import { ArtifactsController } from './artifacts.controller.js'
import { ArtifactsService } from './artifacts.service.js'

@Module({
  imports: [MetadataModule],
  controllers: [ArtifactsController],
  providers: [ArtifactsService],
})
export class ArtifactsModule {}
