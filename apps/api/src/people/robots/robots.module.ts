import { Module } from '@nestjs/common'
import { ProjectRobotsController } from './project-robots.controller.js'
import { RobotGiving } from './robot-giving.js'
import { RobotLists } from './robot-lists.js'
import { RobotsController } from './robots.controller.js'
import { RobotsService } from './robots.service.js'

@Module({
  controllers: [RobotsController, ProjectRobotsController],
  providers: [RobotGiving, RobotLists, RobotsService],
})
export class RobotsModule {}
