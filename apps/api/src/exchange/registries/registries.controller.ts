import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common'
import { fromDigits, wholeNumber } from '@berth/config'
import { type Actor, rest } from '@berth/contracts'
import type { Health } from '@berth/registry-endpoints'
import type { FastifyReply } from 'fastify'
import { AllowedInReadOnly, inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { MAX_ID, PathId } from '../../edge/path-id.js'
import { Created, type Page } from '../../edge/results.js'
import {
  type RegistryCreation,
  type RegistryInfo,
  type RegistryListQuery,
  registryListQuery,
  type RegistryPing,
  type RegistryRow,
  type RegistryUpdate,
} from './registries.schema.js'
import { RegistriesService } from './registries.service.js'

/** 0 stands for this registry. */
const idOrThis = fromDigits(wholeNumber().min(0).max(MAX_ID))

/** What was stored is of no use yet. */
function warn(reply: FastifyReply, { status, detail }: Health): void {
  if (status === 'healthy') return
  const plain = detail.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/["\\]/g, "'")
  void reply.header('warning', `299 - "${plain}"`)
}

@Controller('registries')
export class RegistriesController {
  constructor(private readonly registries: RegistriesService) {}

  @Get()
  @Needs('registry:list', inSystem)
  @Operation({
    id: 'listRegistries',
    tag: 'registry',
    summary: 'Registries elsewhere',
    answers: { 200: pageOf(rest.registry) },
  })
  list(@Query({ schema: registryListQuery }) query: RegistryListQuery): Promise<Page<RegistryRow>> {
    return this.registries.list(query)
  }

  @Post()
  @Needs('registry:create', inSystem)
  @Emits('registry.created')
  @Operation({
    id: 'createRegistry',
    tag: 'registry',
    summary: 'Set up a registry; where it cannot be used as it is set up, the header Warning says why',
    answers: { 201: 'location' },
    refuses: ['BAD_REGISTRY_TYPE', 'BAD_REGISTRY_URL', 'BAD_REGISTRY_CERTIFICATE', 'REGISTRY_EXISTS'],
  })
  async create(
    @Body({ schema: rest.registryCreation }) body: RegistryCreation,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Created> {
    const { id, health } = await this.registries.create(body, actor)
    warn(reply, health)
    return new Created(`/api/v2.0/registries/${id}`)
  }

  @Post('ping')
  @HttpCode(200)
  @Needs('registry:read', inSystem)
  @AllowedInReadOnly()
  @Operation({
    id: 'pingRegistry',
    tag: 'registry',
    summary: 'Look whether a registry answers and lets in, as it is set up or as the body says',
    answers: { 200: 'none' },
    refuses: [
      'BAD_REGISTRY_TYPE',
      'BAD_REGISTRY_URL',
      'BAD_REGISTRY_CERTIFICATE',
      'REGISTRY_NOT_FOUND',
      'REGISTRY_SECRET_NEEDED',
      'REGISTRY_UNHEALTHY',
    ],
  })
  ping(@Body({ schema: rest.registryPing }) body: RegistryPing): Promise<void> {
    return this.registries.ping(body)
  }

  @Get(':id')
  @Needs('registry:read', inSystem)
  @Operation({
    id: 'getRegistry',
    tag: 'registry',
    summary: 'One registry',
    answers: { 200: rest.registry },
    refuses: ['REGISTRY_NOT_FOUND'],
  })
  get(@PathId('id') id: number): Promise<RegistryRow> {
    return this.registries.get(id)
  }

  @Put(':id')
  @Needs('registry:update', inSystem)
  @Emits('registry.updated')
  @Operation({
    id: 'updateRegistry',
    tag: 'registry',
    summary: 'Change a registry; what is left out stays. Where it cannot be used then, the header Warning says why',
    answers: { 200: 'none' },
    refuses: [
      'BAD_REGISTRY_URL',
      'BAD_REGISTRY_CERTIFICATE',
      'REGISTRY_CHANGED',
      'REGISTRY_EXISTS',
      'REGISTRY_LENDS_ACCOUNT',
      'REGISTRY_NOT_FOUND',
      'REGISTRY_SECRET_NEEDED',
    ],
  })
  async update(
    @PathId('id') id: number,
    @Body({ schema: rest.registryUpdate }) body: RegistryUpdate,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    warn(reply, await this.registries.update(id, body, actor))
  }

  @Delete(':id')
  @Needs('registry:delete', inSystem)
  @Emits('registry.deleted')
  @Operation({
    id: 'deleteRegistry',
    tag: 'registry',
    summary: 'Delete a registry that no rule and no project uses',
    answers: { 200: 'none' },
    refuses: ['REGISTRY_IN_USE', 'REGISTRY_NOT_FOUND'],
  })
  delete(@PathId('id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.registries.delete(id, actor)
  }

  @Get(':id/info')
  @Needs('registry:read', inSystem)
  @Operation({
    id: 'getRegistryInfo',
    tag: 'registry',
    summary: 'What rules of replication can do with a registry; 0 stands for this one',
    answers: { 200: rest.registryInfo },
    refuses: ['REGISTRY_NOT_FOUND'],
  })
  info(@Param('id', { schema: idOrThis }) id: number): Promise<RegistryInfo> {
    return this.registries.info(id)
  }
}
