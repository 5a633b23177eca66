import { Module } from '@nestjs/common'
import { ArtifactLabelsController } from './artifact-labels.controller.js'
import { ArtifactLabelsService } from './artifact-labels.service.js'
import { LabelsController } from './labels.controller.js'
import { LabelsService } from './labels.service.js'

@Module({
  controllers: [LabelsController, ArtifactLabelsController],
  providers: [LabelsService, ArtifactLabelsService],
})
export class LabelsModule {}
