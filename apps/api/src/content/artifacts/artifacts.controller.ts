import { Controller, Delete, Get, Param, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { InProject } from '../../access/access-rule.js'
import { CurrentActor } from '../../access/actor.js'
import { CurrentProject, type ProjectContext } from '../../access/caller.js'
import { Operation } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { repositoryParameter } from '../repositories/repository-finder.js'
import {
  artifactListQuery,
  type ArtifactListQuery,
  artifactQuery,
  type ArtifactQuery,
  type ArtifactRow,
  type HistoryEntry,
  referenceParameter,
} from './artifacts.schema.js'
import { ArtifactsService } from './artifacts.service.js'

@Controller('projects/:project_name/repositories/:repository_name/artifacts')
export class ArtifactsController {
  constructor(private readonly artifacts: ArtifactsService) {}

  @Get()
  @InProject('artifact:list')
  @Operation({ id: 'listArtifacts', summary: 'Artifacts of a repository', lists: rest.artifact })
  list(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Query({ schema: artifactListQuery }) query: ArtifactListQuery,
  ): Promise<Page<ArtifactRow>> {
    return this.artifacts.list(project, repository, query)
  }

  @Get(':reference')
  @InProject('artifact:read')
  @Operation({ id: 'getArtifact', summary: 'One artifact, by tag or digest', answers: rest.artifact })
  get(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @Query({ schema: artifactQuery }) query: ArtifactQuery,
  ): Promise<ArtifactRow> {
    return this.artifacts.get(project, repository, reference, query)
  }

  @Delete(':reference')
  @InProject('artifact:delete')
  @Operation({ id: 'deleteArtifact', summary: 'Delete an artifact with all its tags; 412 while an index holds it' })
  delete(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.artifacts.delete(project, repository, reference, actor)
  }

  @Get(':reference/additions/build_history')
  @InProject('artifact-addition:read')
  @Operation({
    id: 'getBuildHistory',
    summary: 'How the image was built, oldest step first',
    answers: rest.historyEntry.array(),
  })
  buildHistory(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
  ): Promise<HistoryEntry[]> {
    return this.artifacts.buildHistory(project, repository, reference)
  }
}
