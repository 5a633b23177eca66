import { Body, Controller, Get, Put } from '@nestjs/common'
import type { Actor } from '@berth/contracts'
import { AllowedInReadOnly, inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import {
  type Configurations,
  configurationsBody,
  configurationsResponse,
  type ConfigurationsView,
} from './configurations.schema.js'
import { ConfigurationsService } from './configurations.service.js'

@Controller('configurations')
export class ConfigurationsController {
  constructor(private readonly configurations: ConfigurationsService) {}

  @Get()
  @Needs('configuration:read', inSystem)
  @Operation({
    id: 'getConfigurations',
    tag: 'configure',
    summary: 'Settings of the system',
    answers: { 200: configurationsResponse },
  })
  get(): Promise<ConfigurationsView> {
    return this.configurations.get()
  }

  @Put()
  @Needs('configuration:update', inSystem)
  @AllowedInReadOnly()
  @Emits('settings.changed')
  @Operation({
    id: 'updateConfigurations',
    tag: 'configure',
    summary: 'Change settings; the others stay as they are, and keys that Berth does not have are ignored',
    answers: { 200: 'none' },
    refuses: ['SETTING_FIXED', 'SETTING_UNAVAILABLE'],
  })
  update(@Body({ schema: configurationsBody }) body: Configurations, @CurrentActor() actor: Actor): Promise<void> {
    return this.configurations.update(body, actor)
  }
}
