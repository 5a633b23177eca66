import { Controller, Delete, Get, Header, Param, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { z } from 'zod'
import {
  type ArtifactContext,
  CurrentArtifact,
  CurrentRepositoryIfAny,
  type RepositoryContext,
} from '../../access/context.js'
import { atArtifact, inAnyRepository, Needs } from '../../access/needs.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import {
  additionName,
  type AdditionName,
  artifactListQuery,
  type ArtifactListQuery,
  artifactQuery,
  type ArtifactQuery,
  type ArtifactRow,
  type ChartDependency,
  type HistoryEntry,
} from './artifacts.schema.js'
import { ArtifactsService } from './artifacts.service.js'

const emptyObject = z.object({})

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

  @Get(':reference/additions/build_history')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getBuildHistory',
    tag: 'artifact',
    summary: 'How the image was built, oldest step first',
    answers: { 200: rest.historyEntry.array() },
    refuses: ['ADDITION_NOT_FOUND'],
  })
  buildHistory(@CurrentArtifact() artifact: ArtifactContext): Promise<HistoryEntry[]> {
    return this.artifacts.buildHistory(artifact)
  }

  @Get(':reference/additions/values.yaml')
  @Needs('artifact-addition:read', atArtifact)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Operation({
    id: 'getChartValues',
    tag: 'artifact',
    summary: 'values.yaml of a chart',
    answers: { 200: 'text' },
    refuses: ['ADDITION_NOT_FOUND', 'UNAVAILABLE'],
  })
  values(@CurrentArtifact() artifact: ArtifactContext, @CurrentSubject() subject: Subject): Promise<string> {
    return this.artifacts.chartText(artifact, 'values.yaml', subject)
  }

  @Get(':reference/additions/readme.md')
  @Needs('artifact-addition:read', atArtifact)
  @Header('Content-Type', 'text/markdown; charset=utf-8')
  @Operation({
    id: 'getChartReadme',
    tag: 'artifact',
    summary: 'README.md of a chart',
    answers: { 200: 'markdown' },
    refuses: ['ADDITION_NOT_FOUND', 'UNAVAILABLE'],
  })
  readme(@CurrentArtifact() artifact: ArtifactContext, @CurrentSubject() subject: Subject): Promise<string> {
    return this.artifacts.chartText(artifact, 'readme.md', subject)
  }

  @Get(':reference/additions/dependencies')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getChartDependencies',
    tag: 'artifact',
    summary: 'What a chart needs, by its Chart.yaml',
    answers: { 200: rest.chartDependency.array() },
    refuses: ['ADDITION_NOT_FOUND'],
  })
  dependencies(@CurrentArtifact() artifact: ArtifactContext): Promise<ChartDependency[]> {
    return this.artifacts.chartDependencies(artifact)
  }

  @Get(':reference/additions/:addition')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getAddition',
    tag: 'artifact',
    summary: 'What Harbor shows beside an artifact: the report of an image, which is empty until it is scanned',
    answers: { 200: emptyObject },
    refuses: ['ADDITION_NOT_FOUND'],
  })
  addition(
    @CurrentArtifact() artifact: ArtifactContext,
    @Param('addition', { schema: additionName }) addition: AdditionName,
  ): Promise<Record<string, never>> {
    return this.artifacts.addition(artifact, addition)
  }
}
