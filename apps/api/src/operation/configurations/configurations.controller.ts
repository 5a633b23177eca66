import { Body, Controller, Get, Put } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { AllowedInReadOnly, inSystem, Needs } from '../../access/needs.js'
import { type Asking, CurrentAsking } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import {
  type Configurations,
  configurationsBody,
  configurationsResponse,
  type ConfigurationsView,
  internalConfigurations,
  type InternalConfigurations,
} from './configurations.schema.js'
import { ConfigurationsService } from './configurations.service.js'
import type { SettingShown } from './setting-form.js'

@Controller()
export class ConfigurationsController {
  constructor(private readonly configurations: ConfigurationsService) {}

  @Get('configurations')
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

  @Get('settings')
  @Needs('configuration:read', inSystem)
  @Operation({
    id: 'listSettings',
    tag: 'configure',
    summary: 'Settings of the system with what a form has to know of each: groups, texts, bounds',
    answers: { 200: rest.settings },
  })
  list(): Promise<SettingShown[]> {
    return this.configurations.list()
  }

  @Get('internalconfig')
  @Needs('configuration:read', inSystem)
  @Operation({
    id: 'getInternalconfig',
    tag: 'configure',
    summary: 'The same settings, under the name that services of Harbor use; secret ones are left out',
    answers: { 200: internalConfigurations },
  })
  getInternal(): Promise<InternalConfigurations> {
    return this.configurations.getInternal()
  }

  @Put('configurations')
  @Needs('configuration:update', inSystem)
  @AllowedInReadOnly()
  @Emits('settings.changed')
  @Operation({
    id: 'updateConfigurations',
    tag: 'configure',
    summary: 'Change settings; the others stay as they are, and keys that Berth does not have are ignored',
    answers: { 200: 'none' },
    refuses: [
      'SETTING_NEEDS',
      'SETTING_SECRET_NEEDED',
      'MIRROR_NO_PROXY',
      'MIRRORS_OF_ONE',
      'USERS_ONLY',
      'TOKEN_LIMITED',
    ],
  })
  update(@Body({ schema: configurationsBody }) body: Configurations, @CurrentAsking() asking: Asking): Promise<void> {
    return this.configurations.update(body, asking)
  }
}
