import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { z } from 'zod'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { type Metadata, MetadataService } from './metadata.service.js'

type Given = z.output<typeof rest.metadataEntries>

const REFUSES = [
  'UNKNOWN_METADATA',
  'BAD_METADATA_VALUE',
  'PROJECT_METADATA_UNAVAILABLE',
  'PROXY_SETTING_INVALID',
  'PROXY_LENDS_ACCOUNT',
] as const

@Controller('projects/:project_name_or_id/metadatas')
export class MetadataController {
  constructor(private readonly metadata: MetadataService) {}

  @Get()
  @Needs('metadata:list', inProject)
  @Operation({
    id: 'listProjectMetadatas',
    tag: 'projectMetadata',
    summary: 'Metadata of a project',
    answers: { 200: rest.metadataEntries },
  })
  list(@CurrentProject() project: ProjectContext): Promise<Metadata> {
    return this.metadata.list(project)
  }

  @Post()
  @HttpCode(200)
  @Needs('metadata:create', inProject)
  @Emits('project.updated')
  @Operation({
    id: 'addProjectMetadatas',
    tag: 'projectMetadata',
    summary: 'Set one key that is not set yet',
    answers: { 200: 'none' },
    refuses: [...REFUSES, 'ONE_METADATA_KEY', 'METADATA_EXISTS'],
  })
  add(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.metadataEntries }) body: Given,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.metadata.add(project, body, actor)
  }

  @Get(':meta_name')
  @Needs('metadata:read', inProject)
  @Operation({
    id: 'getProjectMetadata',
    tag: 'projectMetadata',
    summary: 'One key with its value',
    answers: { 200: rest.metadataEntries },
    refuses: ['METADATA_NOT_FOUND'],
  })
  get(
    @CurrentProject() project: ProjectContext,
    @Param('meta_name', { schema: rest.metadataKey }) key: string,
  ): Promise<Metadata> {
    return this.metadata.get(project, key)
  }

  @Put(':meta_name')
  @Needs('metadata:update', inProject)
  @Emits('project.updated')
  @Operation({
    id: 'updateProjectMetadata',
    tag: 'projectMetadata',
    summary: 'Change one key',
    answers: { 200: 'none' },
    refuses: [...REFUSES, 'ONE_METADATA_KEY'],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @Param('meta_name', { schema: rest.metadataKey }) key: string,
    @Body({ schema: rest.metadataEntries }) body: Given,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.metadata.update(project, key, body, actor)
  }

  @Delete(':meta_name')
  @Needs('metadata:delete', inProject)
  @Emits('project.updated')
  @Operation({
    id: 'deleteProjectMetadata',
    tag: 'projectMetadata',
    summary: 'Take one key away: the project is as if it had never been set',
    answers: { 200: 'none' },
    refuses: ['UNKNOWN_METADATA', 'METADATA_NOT_FOUND', 'PROXY_LENDS_ACCOUNT', 'PROXY_SETTING_INVALID'],
  })
  delete(
    @CurrentProject() project: ProjectContext,
    @Param('meta_name', { schema: rest.metadataKey }) key: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.metadata.delete(project, key, actor)
  }
}
