import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { InProject } from '../../access/access-rule.js'
import { CurrentActor } from '../../access/actor.js'
import { CurrentProject, type ProjectContext } from '../../access/caller.js'
import { type NewTag, referenceParameter, type RepositoryTagRow, type TagRow } from '../artifacts/artifacts.schema.js'
import { Operation } from '../../edge/openapi.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { repositoryParameter } from '../repositories/repository-finder.js'
import { TagsService } from './tags.service.js'

const tagParameter = z.string().max(300)

@Controller('projects/:project_name/repositories/:repository_name')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get('tags')
  @InProject('tag:list')
  @Operation({ id: 'listRepositoryTags', summary: 'One row per tag of a repository', lists: rest.repositoryTag })
  listOfRepository(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RepositoryTagRow>> {
    return this.tags.listOfRepository(project, repository, query)
  }

  @Delete('tags/:tag_name')
  @InProject('tag:delete')
  @Operation({ id: 'deleteRepositoryTag', summary: 'Delete a tag; its artifact stays' })
  deleteOfRepository(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('tag_name', { schema: tagParameter }) tag: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tags.deleteOfRepository(project, repository, tag, actor)
  }

  @Get('artifacts/:reference/tags')
  @InProject('tag:list')
  @Operation({ id: 'listTags', summary: 'Tags of an artifact', lists: rest.tag })
  list(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<TagRow>> {
    return this.tags.list(project, repository, reference, query)
  }

  @Post('artifacts/:reference/tags')
  @InProject('tag:create')
  @Operation({ id: 'createTag', summary: 'Give an artifact one more tag', creates: true })
  create(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @Body({ schema: rest.newTag }) body: NewTag,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.tags.create(project, repository, reference, body, actor)
  }

  @Delete('artifacts/:reference/tags/:tag_name')
  @InProject('tag:delete')
  @Operation({ id: 'deleteTag', summary: 'Delete a tag of an artifact' })
  delete(
    @CurrentProject() project: ProjectContext,
    @Param('repository_name', { schema: repositoryParameter }) repository: string,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @Param('tag_name', { schema: tagParameter }) tag: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tags.delete(project, repository, reference, tag, actor)
  }
}
