import { Controller, Get, Header, Param } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { z } from 'zod'
import { type ArtifactContext, CurrentArtifact } from '../../access/context.js'
import { atArtifact, Needs } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { AdditionsService } from './additions.service.js'
import {
  additionName,
  type AdditionName,
  type ChartDependency,
  type FileRow,
  type HistoryEntry,
  type LayerRow,
} from './artifacts.schema.js'

const emptyObject = z.object({})

@Controller('projects/:project_name/repositories/:repository_name/artifacts/:reference')
export class AdditionsController {
  constructor(private readonly additions: AdditionsService) {}

  @Get('additions/build_history')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getBuildHistory',
    tag: 'artifact',
    summary: 'How the image was built, oldest step first',
    answers: { 200: rest.historyEntry.array() },
    refuses: ['ADDITION_NOT_FOUND'],
  })
  buildHistory(@CurrentArtifact() artifact: ArtifactContext): Promise<HistoryEntry[]> {
    return this.additions.buildHistory(artifact)
  }

  @Get('additions/values.yaml')
  @Needs('artifact-addition:read', atArtifact)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Operation({
    id: 'getChartValues',
    tag: 'artifact',
    summary: 'values.yaml of a chart',
    answers: { 200: 'text' },
    refuses: ['ADDITION_NOT_FOUND', 'ADDITION_ABSENT', 'ADDITION_TOO_LARGE', 'DENIED', 'UNAVAILABLE'],
  })
  values(@CurrentArtifact() artifact: ArtifactContext, @CurrentSubject() subject: Subject): Promise<string> {
    return this.additions.text(artifact, 'values.yaml', subject)
  }

  @Get('additions/readme.md')
  @Needs('artifact-addition:read', atArtifact)
  @Header('Content-Type', 'text/markdown; charset=utf-8')
  @Operation({
    id: 'getReadme',
    tag: 'artifact',
    summary: 'README.md of a chart or model',
    answers: { 200: 'markdown' },
    refuses: ['ADDITION_NOT_FOUND', 'ADDITION_ABSENT', 'ADDITION_TOO_LARGE', 'DENIED', 'UNAVAILABLE'],
  })
  readme(@CurrentArtifact() artifact: ArtifactContext, @CurrentSubject() subject: Subject): Promise<string> {
    return this.additions.text(artifact, 'readme.md', subject)
  }

  @Get('additions/license')
  @Needs('artifact-addition:read', atArtifact)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Operation({
    id: 'getLicense',
    tag: 'artifact',
    summary: 'The licence that comes with a chart or model',
    answers: { 200: 'text' },
    refuses: ['ADDITION_NOT_FOUND', 'ADDITION_ABSENT', 'ADDITION_TOO_LARGE', 'DENIED', 'UNAVAILABLE'],
  })
  license(@CurrentArtifact() artifact: ArtifactContext, @CurrentSubject() subject: Subject): Promise<string> {
    return this.additions.text(artifact, 'license', subject)
  }

  @Get('additions/dependencies')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getChartDependencies',
    tag: 'artifact',
    summary: 'What a chart needs, by its Chart.yaml',
    answers: { 200: rest.chartDependency.array() },
    refuses: ['ADDITION_NOT_FOUND'],
  })
  dependencies(@CurrentArtifact() artifact: ArtifactContext): Promise<ChartDependency[]> {
    return this.additions.chartDependencies(artifact)
  }

  @Get('layers')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'listLayers',
    tag: 'artifact',
    summary:
      'What an image is made of, the base first: each layer with the step of the build that made it, 1000 at most',
    answers: { 200: rest.layer.array() },
    refuses: ['ADDITION_TOO_LARGE'],
  })
  layers(@CurrentArtifact() artifact: ArtifactContext): Promise<LayerRow[]> {
    return this.additions.layers(artifact)
  }

  @Get('manifest')
  @Needs('artifact-addition:read', atArtifact)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Operation({
    id: 'getManifest',
    tag: 'artifact',
    summary: 'The manifest as it was pushed, for whoever may pull it',
    answers: { 200: 'text' },
    refuses: ['ARTIFACT_NOT_FOUND', 'DENIED', 'UNAVAILABLE'],
  })
  manifest(@CurrentArtifact() artifact: ArtifactContext, @CurrentSubject() subject: Subject): Promise<string> {
    return this.additions.manifest(artifact, subject)
  }

  @Get('additions/files')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getFiles',
    tag: 'artifact',
    summary: 'Files that an artifact says it holds, 1000 at most',
    answers: { 200: rest.artifactFile.array() },
    refuses: ['ADDITION_NOT_FOUND', 'ADDITION_TOO_LARGE'],
  })
  files(@CurrentArtifact() artifact: ArtifactContext): Promise<FileRow[]> {
    return this.additions.files(artifact)
  }

  @Get('additions/:addition')
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
    return this.additions.addition(artifact, addition)
  }
}
