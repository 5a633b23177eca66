import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { providers } from '@berth/registry-endpoints'
import { z } from 'zod'
import { inSystem, Needs } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'
import { providerInfos } from './provider-info.js'
import type { RegistryProviderInfo } from './registries.schema.js'

@Controller('replication')
export class AdaptersController {
  @Get('adapters')
  @Needs('replication-adapter:list', inSystem)
  @Operation({
    id: 'listRegistryProviderTypes',
    tag: 'registry',
    summary: 'Kinds of registries that can be set up',
    answers: { 200: z.array(z.string()) },
  })
  types(): string[] {
    return [...providers.keys()]
  }

  @Get('adapterinfos')
  @Needs('replication-adapter:list', inSystem)
  @Operation({
    id: 'listRegistryProviderInfos',
    tag: 'registry',
    summary: 'Addresses and credentials of each kind of registry, to fill a form with',
    answers: { 200: z.record(z.string(), rest.registryProviderInfo) },
  })
  infos(): Record<string, RegistryProviderInfo> {
    return providerInfos()
  }
}
