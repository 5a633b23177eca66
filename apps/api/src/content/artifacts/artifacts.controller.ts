import { Controller, Delete, Get, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import {
  type ArtifactContext,
  CurrentArtifact,
  CurrentRepositoryIfAny,
  type RepositoryContext,
} from '../../access/context.js'
import { atArtifact, inAnyRepository, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import {
  artifactListQuery,
  type ArtifactListQuery,
  artifactQuery,
  type ArtifactQuery,
  type ArtifactRow,
  type DeletionPreviewAnswer,
} from './artifacts.schema.js'
import { ArtifactsService } from './artifacts.service.js'

@Controller('projects/:project_name/repositories/:repository_name/artifacts')
export class ArtifactsController {
  constructor(private readonly artifacts: ArtifactsService) {}

  @Get()
  @Needs('artifact:list', inAnyRepository)
  @Operation({
    id: 'listArtifacts',
    tag: 'artifact',
    summary: 'Artifacts of a repository; an empty list where there is no such repository',
    answers: { 200: pageOf(rest.artifact) },
  })
  list(
    @CurrentRepositoryIfAny() repository: RepositoryContext | undefined,
    @Query({ schema: artifactListQuery }) query: ArtifactListQuery,
  ): Promise<Page<ArtifactRow>> {
    return this.artifacts.list(repository, query)
  }

  @Get(':reference')
  @Needs('artifact:read', atArtifact)
  @Operation({
    id: 'getArtifact',
    tag: 'artifact',
    summary: 'One artifact, by tag or digest',
    answers: { 200: rest.artifact },
  })
  get(
    @CurrentArtifact() artifact: ArtifactContext,
    @Query({ schema: artifactQuery }) query: ArtifactQuery,
  ): Promise<ArtifactRow> {
    return this.artifacts.get(artifact, query)
  }

  @Get(':reference/deletion')
  @Needs('artifact:delete', atArtifact)
  @Operation({
    id: 'previewArtifactDeletion',
    tag: 'artifact',
    summary: 'What deleting an artifact would take and free; refused as that would be',
    answers: { 200: rest.deletionPreview },
    refuses: ['ARTIFACT_REFERENCED', 'TAG_IMMUTABLE', 'TAG_PROTECTED'],
  })
  previewDeletion(
    @CurrentArtifact() artifact: ArtifactContext,
    @CurrentActor() actor: Actor,
  ): Promise<DeletionPreviewAnswer> {
    return this.artifacts.previewDeletion(artifact, actor)
  }

  @Delete(':reference')
  @Needs('artifact:delete', atArtifact)
  @Emits('artifact.deleted', 'tag.deleted')
  @Operation({
    id: 'deleteArtifact',
    tag: 'artifact',
    summary: 'Delete an artifact with all its tags; 412 while an index holds it or a rule keeps one of its tags',
    answers: { 200: 'none' },
    refuses: ['ARTIFACT_REFERENCED', 'TAG_IMMUTABLE', 'TAG_PROTECTED'],
  })
  delete(@CurrentArtifact() artifact: ArtifactContext, @CurrentActor() actor: Actor): Promise<void> {
    return this.artifacts.delete(artifact, actor)
  }
}
