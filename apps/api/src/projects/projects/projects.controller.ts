import { Body, Controller, Delete, Get, Head, Headers, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inEachProject, inProject, Needs, SignedIn } from '../../access/needs.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { headerFlag } from '../../edge/flag.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Created, Page } from '../../edge/results.js'
import {
  type ProjectCreation,
  type ProjectDeletable,
  projectHeadQuery,
  type ProjectHeadQuery,
  projectListQuery,
  type ProjectListQuery,
  type ProjectRow,
  type ProjectSummary,
  type ProjectUpdate,
} from './projects.schema.js'
import { ProjectsService } from './projects.service.js'

@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Head()
  @SignedIn()
  @Operation({
    id: 'headProject',
    tag: 'project',
    summary: 'Is there a project of this name? 200 or 404',
    answers: { 200: 'none' },
    refuses: ['PROJECT_NOT_FOUND'],
  })
  head(@Query({ schema: projectHeadQuery }) query: ProjectHeadQuery): Promise<void> {
    return this.projects.requireExisting(query.project_name)
  }

  @Get()
  @Needs('self:read', inEachProject)
  @Operation({
    id: 'listProjects',
    tag: 'project',
    summary: 'Projects that the caller may see',
    answers: { 200: pageOf(rest.project) },
  })
  list(
    @Query({ schema: projectListQuery }) query: ProjectListQuery,
    @CurrentSubject() subject: Subject,
  ): Promise<Page<ProjectRow>> {
    return this.projects.list(query, subject)
  }

  @Post()
  @SignedIn()
  @Emits('project.created', 'retention.created')
  @Operation({
    id: 'createProject',
    tag: 'project',
    summary: 'Make a project',
    answers: { 201: 'location' },
    refuses: [
      'PROJECT_CREATION_RESTRICTED',
      'BAD_PROJECT_NAME',
      'PROXY_PROJECT_RESTRICTED',
      'PROXY_REGISTRY_NOT_FOUND',
      'PROXY_SETTING_INVALID',
      'PROXY_LENDS_ACCOUNT',
      'BAD_METADATA_VALUE',
      'PROJECT_METADATA_UNAVAILABLE',
      'BAD_STORAGE_LIMIT',
      'CVE_NAMED_TWICE',
      'PROJECT_EXISTS',
    ],
  })
  create(
    @Body({ schema: rest.projectCreation }) body: ProjectCreation,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
    @Headers('x-resource-name-in-location') byName: string | undefined,
  ): Promise<Created> {
    return this.projects.create(body, subject, actor, headerFlag(byName))
  }

  @Get(':project_name_or_id')
  @Needs('self:read', inProject)
  @Operation({ id: 'getProject', tag: 'project', summary: 'One project', answers: { 200: rest.project } })
  get(@CurrentProject() project: ProjectContext, @CurrentSubject() subject: Subject): Promise<ProjectRow> {
    return this.projects.get(project, subject)
  }

  @Put(':project_name_or_id')
  @Needs('self:update', inProject)
  @Emits('project.updated')
  @Operation({
    id: 'updateProject',
    tag: 'project',
    summary: 'Change the public flag and other metadata',
    answers: { 200: 'none' },
    refuses: [
      'BAD_METADATA_VALUE',
      'CVE_NAMED_TWICE',
      'PROJECT_METADATA_UNAVAILABLE',
      'PROXY_SETTING_INVALID',
      'PROXY_LENDS_ACCOUNT',
    ],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.projectUpdate }) body: ProjectUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.projects.update(project, body, actor)
  }

  @Delete(':project_name_or_id')
  @Needs('self:delete', inProject)
  @Emits('project.deleted')
  @Operation({
    id: 'deleteProject',
    tag: 'project',
    summary: 'Delete an empty project; 412 while it holds repositories',
    answers: { 200: 'none' },
    refuses: ['PROJECT_NOT_EMPTY'],
  })
  delete(@CurrentProject() project: ProjectContext, @CurrentActor() actor: Actor): Promise<void> {
    return this.projects.delete(project, actor)
  }

  @Get(':project_name_or_id/_deletable')
  @Needs('self:delete', inProject)
  @Operation({
    id: 'getProjectDeletable',
    tag: 'project',
    summary: 'May it be deleted, and if not, why',
    answers: { 200: rest.projectDeletable },
  })
  deletable(@CurrentProject() project: ProjectContext): Promise<ProjectDeletable> {
    return this.projects.deletable(project)
  }

  @Get(':project_name_or_id/summary')
  @Needs('self:read', inProject)
  @Operation({
    id: 'getProjectSummary',
    tag: 'project',
    summary: 'Counts and quota, as far as the caller may see them',
    answers: { 200: rest.projectSummary },
  })
  summary(@CurrentProject() project: ProjectContext, @CurrentSubject() subject: Subject): Promise<ProjectSummary> {
    return this.projects.summary(project, subject)
  }
}
