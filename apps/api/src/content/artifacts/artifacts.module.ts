import { Module } from '@nestjs/common'
import { TokenModule } from '../../token/token.module.js'
import { ArtifactsController } from './artifacts.controller.js'
import { ArtifactsService } from './artifacts.service.js'
import { ChartFiles } from './chart-files.js'

@Module({
  imports: [TokenModule],
  controllers: [ArtifactsController],
  providers: [ArtifactsService, ChartFiles],
})
export class ArtifactsModule {}
