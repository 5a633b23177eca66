import { Controller, Delete, Get, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import {
  type ArtifactContext,
  CurrentArtifact,
  CurrentRepository,
  type RepositoryContext,
} from '../../access/context.js'
import { atArtifact, inRepository, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import {
  artifactListQuery,
  type ArtifactListQuery,
  artifactQuery,
  type ArtifactQuery,
  type ArtifactRow,
  type HistoryEntry,
} from './artifacts.schema.js'
import { ArtifactsService } from './artifacts.service.js'

@Controller('projects/:project_name/repositories/:repository_name/artifacts')
export class ArtifactsController {
  constructor(private readonly artifacts: ArtifactsService) {}

  @Get()
  @Needs('artifact:list', inRepository)
  @Operation({ id: 'listArtifacts', summary: 'Artifacts of a repository', lists: rest.artifact })
  list(
    @CurrentRepository() repository: RepositoryContext,
    @Query({ schema: artifactListQuery }) query: ArtifactListQuery,
  ): Promise<Page<ArtifactRow>> {
    return this.artifacts.list(repository, query)
  }

  @Get(':reference')
  @Needs('artifact:read', atArtifact)
  @Operation({ id: 'getArtifact', summary: 'One artifact, by tag or digest', answers: rest.artifact })
  get(
    @CurrentArtifact() artifact: ArtifactContext,
    @Query({ schema: artifactQuery }) query: ArtifactQuery,
  ): Promise<ArtifactRow> {
    return this.artifacts.get(artifact, query)
  }

  @Delete(':reference')
  @Needs('artifact:delete', atArtifact)
  @Operation({ id: 'deleteArtifact', summary: 'Delete an artifact with all its tags; 412 while an index holds it' })
  delete(@CurrentArtifact() artifact: ArtifactContext, @CurrentActor() actor: Actor): Promise<void> {
    return this.artifacts.delete(artifact, actor)
  }

  @Get(':reference/additions/build_history')
  @Needs('artifact-addition:read', atArtifact)
  @Operation({
    id: 'getBuildHistory',
    summary: 'How the image was built, oldest step first',
    answers: rest.historyEntry.array(),
  })
  buildHistory(@CurrentArtifact() artifact: ArtifactContext): Promise<HistoryEntry[]> {
    return this.artifacts.buildHistory(artifact)
  }
}
