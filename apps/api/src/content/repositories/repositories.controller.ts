import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { Anyone, InProject } from '../../access/access-rule.js'
import { CurrentActor } from '../../access/actor.js'
import { type Caller, CurrentCaller, CurrentProject, type ProjectContext } from '../../access/caller.js'
import { Operation } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { repositoryParameter } from './repository-finder.js'
import { RepositoriesService, type RepositoryRow, type RepositoryUpdate } from './repositories.service.js'

@Controller()
export class RepositoriesController {
  constructor(private readonly repositories: RepositoriesService) {}

  @Get('repositories')
  @Anyone()
  @Operation({
    id: 'listAllRepositories',
    summary: 'Repositories of every project that the caller may see',
    lists: rest.repository,
  })
  listAll(
    @Query({ schema: listQuery }) query: ListQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<RepositoryRow>> {
    return this.repositories.listAll(query, caller)
  }

  @Get('projects/:project_name/repositories')
  @InProject('repository:list')
  @Operation({ id: 'listRepositories', summary: 'Repositories of a project', lists: rest.repository })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RepositoryRow>> {
    return this.repositories.list(project, query)
  }

  @Get('projects/:project_name/repositories/:repository_name')
  @InProject('repository:list')
  @Operation({ id: 'getRepository', summary: 'One repository', answers: rest.repository })
  get(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) name: string,
  ): Promise<RepositoryRow> {
    return this.repositories.get(project, name)
  }

  @Put('projects/:project_name/repositories/:repository_name')
  @InProject('repository:update')
  @Operation({ id: 'updateRepository', summary: 'Change the description' })
  update(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) name: string,
    @Body({ schema: rest.repositoryUpdate }) body: RepositoryUpdate,
  ): Promise<void> {
    return this.repositories.update(project, name, body)
  }

  @Delete('projects/:project_name/repositories/:repository_name')
  @InProject('repository:delete')
  @Operation({ id: 'deleteRepository', summary: 'Delete a repository with all it holds' })
  delete(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) name: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.repositories.delete(project, name, actor)
  }
}
