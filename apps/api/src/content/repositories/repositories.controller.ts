import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { CurrentProject, CurrentRepository, type ProjectContext, type RepositoryContext } from '../../access/context.js'
import { inEachProject, inPartOfProject, inRepository, Needs } from '../../access/needs.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { RepositoriesService } from './repositories.service.js'
import {
  everyRepositoryListQuery,
  type EveryRepositoryListQuery,
  repositoryListQuery,
  type RepositoryListQuery,
  type RepositoryRow,
  type RepositoryUpdate,
} from './repositories.schema.js'

@Controller()
export class RepositoriesController {
  constructor(private readonly repositories: RepositoriesService) {}

  @Get('repositories')
  @Needs('repository:list', inEachProject)
  @Operation({
    id: 'listAllRepositories',
    tag: 'repository',
    summary: 'Repositories of every project that the caller may see',
    answers: { 200: pageOf(rest.repository) },
  })
  listAll(
    @Query({ schema: everyRepositoryListQuery }) query: EveryRepositoryListQuery,
    @CurrentSubject() subject: Subject,
  ): Promise<Page<RepositoryRow>> {
    return this.repositories.listAll(query, subject)
  }

  @Get('projects/:project_name/repositories')
  @Needs('repository:list', inPartOfProject)
  @Operation({
    id: 'listRepositories',
    tag: 'repository',
    summary: 'Repositories of a project, as far as the caller may see them',
    answers: { 200: pageOf(rest.repository) },
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: repositoryListQuery }) query: RepositoryListQuery,
    @CurrentSubject() subject: Subject,
  ): Promise<Page<RepositoryRow>> {
    return this.repositories.list(project, query, subject)
  }

  @Get('projects/:project_name/repositories/:repository_name')
  @Needs('repository:list', inRepository)
  @Operation({ id: 'getRepository', tag: 'repository', summary: 'One repository', answers: { 200: rest.repository } })
  get(@CurrentRepository() repository: RepositoryContext): Promise<RepositoryRow> {
    return this.repositories.get(repository)
  }

  @Put('projects/:project_name/repositories/:repository_name')
  @Needs('repository:update', inRepository)
  @Emits('repository.updated')
  @Operation({ id: 'updateRepository', tag: 'repository', summary: 'Change the description', answers: { 200: 'none' } })
  update(
    @CurrentRepository() repository: RepositoryContext,
    @Body({ schema: rest.repositoryUpdate }) body: RepositoryUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.repositories.update(repository, body, actor)
  }

  @Delete('projects/:project_name/repositories/:repository_name')
  @Needs('repository:delete', inRepository)
  @Emits('repository.deleted')
  @Operation({
    id: 'deleteRepository',
    tag: 'repository',
    summary: 'Delete a repository with all it holds',
    answers: { 200: 'none' },
    refuses: ['TAG_IMMUTABLE', 'TAG_PROTECTED'],
  })
  delete(@CurrentRepository() repository: RepositoryContext, @CurrentActor() actor: Actor): Promise<void> {
    return this.repositories.delete(repository, actor)
  }
}
