import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { z } from 'zod'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProjectAsked, inProjectOf, Needs, SignedIn } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created } from '../../edge/results.js'
import { projectOfPolicy } from './asked-scope.js'
import { retentionMetadata } from './retention-metadata.js'
import { type GivenRetention, type RetentionPolicy, RetentionService } from './retention.service.js'

const ofPolicy = inProjectOf('retention', 'id')

@Controller('retentions')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get('metadatas')
  @SignedIn()
  @Operation({
    id: 'getRentenitionMetadata',
    tag: 'Retention',
    summary: 'What rules of retention can be made of',
    answers: { 200: rest.retentionMetadata },
  })
  metadata(): z.output<typeof rest.retentionMetadata> {
    return retentionMetadata
  }

  @Post()
  @Needs('tag-retention:create', inProjectAsked(projectOfPolicy))
  @Emits('retention.created')
  @Operation({
    id: 'createRetention',
    tag: 'Retention',
    summary: 'Make the retention policy of a project',
    answers: { 201: 'location' },
    refuses: ['RETENTION_EXISTS', 'BAD_CRON'],
  })
  create(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.givenRetention }) body: GivenRetention,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.retention.create(project, body, actor)
  }

  @Get(':id')
  @Needs('tag-retention:read', ofPolicy)
  @Operation({
    id: 'getRetention',
    tag: 'Retention',
    summary: 'A retention policy',
    answers: { 200: rest.retentionPolicy },
  })
  get(@PathId('id') id: number): Promise<RetentionPolicy> {
    return this.retention.get(id)
  }

  @Put(':id')
  @Needs('tag-retention:update', ofPolicy)
  @Emits('retention.changed')
  @Operation({
    id: 'updateRetention',
    tag: 'Retention',
    summary: 'Change rules, schedule and brake of a policy; previews of it are outdated then',
    answers: { 200: 'none' },
    refuses: ['RETENTION_ELSEWHERE', 'BAD_CRON'],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @PathId('id') id: number,
    @Body({ schema: rest.givenRetention }) body: GivenRetention,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.retention.update(project, id, body, actor)
  }

  @Delete(':id')
  @Needs('tag-retention:delete', ofPolicy)
  @Emits('retention.deleted')
  @Operation({
    id: 'deleteRetention',
    tag: 'Retention',
    summary: 'Delete a policy with its schedule; runs under way stop',
    answers: { 200: 'none' },
  })
  delete(
    @CurrentProject() project: ProjectContext,
    @PathId('id') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.retention.delete(project, id, actor)
  }
}
