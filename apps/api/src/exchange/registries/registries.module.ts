import { Module } from '@nestjs/common'
import { AdaptersController } from './adapters.controller.js'
import { RegistriesController } from './registries.controller.js'
import { RegistriesService } from './registries.service.js'
import { RegistryConnections } from './registry-connections.js'

@Module({
  controllers: [RegistriesController, AdaptersController],
  providers: [RegistriesService, RegistryConnections],
})
export class RegistriesModule {}
