import { Controller, Get, Query } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inPartOfProject, Needs } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ArtifactRow, projectArtifactsQuery, type ProjectArtifactsQuery } from './artifacts.schema.js'
import { ProjectArtifactsService } from './project-artifacts.service.js'

@Controller('projects/:project_name_or_id/artifacts')
export class ProjectArtifactsController {
  constructor(private readonly artifacts: ProjectArtifactsService) {}

  @Get()
  @Needs('artifact:list', inPartOfProject)
  @Operation({
    id: 'listArtifactsOfProject',
    tag: 'project',
    summary: 'Artifacts of all repositories of a project, as far as the caller may see them',
    answers: { 200: pageOf(rest.artifact) },
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: projectArtifactsQuery }) query: ProjectArtifactsQuery,
    @CurrentSubject() subject: Subject,
  ): Promise<Page<ArtifactRow>> {
    return this.artifacts.list(project, query, subject)
  }
}
