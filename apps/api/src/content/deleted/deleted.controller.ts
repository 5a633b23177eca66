import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { InProject } from '../../access/access-rule.js'
import { CurrentActor } from '../../access/actor.js'
import { CurrentProject, type ProjectContext } from '../../access/caller.js'
import { referenceParameter } from '../artifacts/artifacts.schema.js'
import { Operation } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { repositoryParameter } from '../repositories/repository-finder.js'
import { type DeletedRow, DeletedService, type Restored } from './deleted.service.js'

@Controller('projects/:project_name/repositories/:repository_name/deleted')
export class DeletedController {
  constructor(private readonly deleted: DeletedService) {}

  @Get()
  @InProject('artifact:list')
  @Operation({
    id: 'listDeleted',
    summary: 'Deleted tags and artifacts of a repository that can still be restored',
    lists: rest.deleted,
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<DeletedRow>> {
    return this.deleted.list(project, repository, query)
  }

  @Post(':reference/restore')
  @HttpCode(200)
  @InProject('repository:push')
  @Operation({
    id: 'restoreDeleted',
    summary:
      'Restore an artifact, by digest, with the tags that it lost; or a tag, with its artifact. 409 while the tag names something else, 412 while blobs are missing',
    answers: rest.restored,
  })
  restore(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @CurrentActor() actor: Actor,
  ): Promise<Restored> {
    return this.deleted.restore(project, repository, reference, actor)
  }
}
