import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import {
  type ArtifactContext,
  CurrentArtifact,
  CurrentRepository,
  type RepositoryContext,
} from '../../access/context.js'
import { atArtifact, inRepository, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { type NewTag, type RepositoryTagRow, type TagRow } from '../artifacts/artifacts.schema.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { TagsService } from './tags.service.js'

const tagParameter = z.string().max(300)

@Controller('projects/:project_name/repositories/:repository_name')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get('tags')
  @Needs('tag:list', inRepository)
  @Operation({
    id: 'listRepositoryTags',
    tag: 'repository',
    summary: 'One row per tag of a repository',
    answers: { 200: pageOf(rest.repositoryTag) },
  })
  listOfRepository(
    @CurrentRepository() repository: RepositoryContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RepositoryTagRow>> {
    return this.tags.listOfRepository(repository, query)
  }

  @Delete('tags/:tag_name')
  @Needs('tag:delete', inRepository)
  @Emits('tag.deleted')
  @Operation({
    id: 'deleteRepositoryTag',
    tag: 'repository',
    summary: 'Delete a tag; its artifact stays',
    answers: { 200: 'none' },
    refuses: ['TAG_NOT_FOUND', 'TAG_IMMUTABLE', 'TAG_PROTECTED'],
  })
  deleteOfRepository(
    @CurrentRepository() repository: RepositoryContext,
    @Param('tag_name', { schema: tagParameter }) tag: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tags.deleteOfRepository(repository, tag, actor)
  }

  @Get('artifacts/:reference/tags')
  @Needs('tag:list', atArtifact)
  @Operation({ id: 'listTags', tag: 'artifact', summary: 'Tags of an artifact', answers: { 200: pageOf(rest.tag) } })
  list(
    @CurrentArtifact() artifact: ArtifactContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<TagRow>> {
    return this.tags.list(artifact, query)
  }

  @Post('artifacts/:reference/tags')
  @Needs('tag:create', atArtifact)
  @Emits('tag.created')
  @Operation({
    id: 'createTag',
    tag: 'artifact',
    summary: 'Give an artifact one more tag',
    answers: { 201: 'none' },
    refuses: ['BAD_TAG_NAME', 'TAG_EXISTS', 'PROXY_CACHE_ONLY'],
  })
  create(
    @CurrentArtifact() artifact: ArtifactContext,
    @Body({ schema: rest.newTag }) body: NewTag,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.tags.create(artifact, body, actor)
  }

  @Delete('artifacts/:reference/tags/:tag_name')
  @Needs('tag:delete', atArtifact)
  @Emits('tag.deleted')
  @Operation({
    id: 'deleteTag',
    tag: 'artifact',
    summary: 'Delete a tag of an artifact',
    answers: { 200: 'none' },
    refuses: ['TAG_NOT_FOUND', 'TAG_IMMUTABLE', 'TAG_PROTECTED'],
  })
  delete(
    @CurrentArtifact() artifact: ArtifactContext,
    @Param('tag_name', { schema: tagParameter }) tag: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tags.delete(artifact, tag, actor)
  }
}
