import { Global, Module } from '@nestjs/common'
import { ConfigurationsController } from './configurations.controller.js'
import { ConfigurationsService } from './configurations.service.js'
import { SettingStore } from './setting-store.js'

/** What administrators may change while the system runs: every feature may ask. */
@Global()
@Module({
  controllers: [ConfigurationsController],
  providers: [ConfigurationsService, SettingStore],
  exports: [SettingStore],
})
export class SettingsModule {}
