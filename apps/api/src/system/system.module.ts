import { Module } from '@nestjs/common'
import { HealthService } from './health.service.js'
import { ConfigurationsController } from './settings/configurations.controller.js'
import { ConfigurationsService } from './settings/configurations.service.js'
import { SystemController } from './system.controller.js'
import { SystemService } from './system.service.js'

@Module({
  controllers: [SystemController, ConfigurationsController],
  providers: [SystemService, HealthService, ConfigurationsService],
})
export class SystemModule {}
