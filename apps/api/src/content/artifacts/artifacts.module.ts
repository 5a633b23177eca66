import { Module } from '@nestjs/common'
import { TokenModule } from '../../token/token.module.js'
import { AccessoriesController } from './accessories.controller.js'
import { AccessoriesService } from './accessories.service.js'
import { AdditionsController } from './additions.controller.js'
import { AdditionsService } from './additions.service.js'
import { ArtifactsController } from './artifacts.controller.js'
import { ArtifactsService } from './artifacts.service.js'
import { Texts } from './texts.js'
import { CopiesController } from './copies.controller.js'
import { CopiesService } from './copies.service.js'
import { ProjectArtifactsController } from './project-artifacts.controller.js'
import { ProjectArtifactsService } from './project-artifacts.service.js'
import { Pulls } from './pulls.js'

@Module({
  imports: [TokenModule],
  controllers: [
    ArtifactsController,
    ProjectArtifactsController,
    AccessoriesController,
    AdditionsController,
    CopiesController,
  ],
  providers: [
    ArtifactsService,
    ProjectArtifactsService,
    AccessoriesService,
    AdditionsService,
    CopiesService,
    Pulls,
    Texts,
  ],
})
export class ArtifactsModule {}
