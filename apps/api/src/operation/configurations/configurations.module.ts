import { Module } from '@nestjs/common'
import { ConfigurationsController } from './configurations.controller.js'
import { ConfigurationsService } from './configurations.service.js'

@Module({ controllers: [ConfigurationsController], providers: [ConfigurationsService] })
export class ConfigurationsModule {}
