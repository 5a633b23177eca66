import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { CurrentRepository, type RepositoryContext } from '../../access/context.js'
import { inRepository, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathBigId } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { HistoryService, type TagEventRow } from './history.service.js'
import type { Restored } from './to-restored.js'

const tagParameter = z.string().max(300)

@Controller('projects/:project_name/repositories/:repository_name/tags/:tag_name/history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  // Not for everybody who may pull from a public project: it names people.
  @Needs('repository:read', inRepository)
  @Operation({
    id: 'listTagHistory',
    tag: 'repository',
    summary: 'Who pushed, moved, deleted or restored a tag, whether or not it is there now',
    answers: { 200: pageOf(rest.tagEvent) },
  })
  list(
    @CurrentRepository() repository: RepositoryContext,
    @Param('tag_name', { schema: tagParameter }) tag: string,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<TagEventRow>> {
    return this.history.list(repository, tag, query)
  }

  @Post(':event_id/restore')
  @HttpCode(200)
  @Needs('repository:push', inRepository)
  @Emits('artifact.restored', 'tag.restored')
  @Operation({
    id: 'restoreTagBefore',
    tag: 'repository',
    summary: 'Point a tag at what it named before an entry of its history. 409 where that is gone for good',
    answers: { 200: rest.restored },
    refuses: [
      'TAG_EVENT_NOT_FOUND',
      'CONTENT_GONE',
      'BLOBS_MISSING',
      'TAG_IMMUTABLE',
      'TAG_PROTECTED',
      'PROXY_CACHE_ONLY',
    ],
  })
  restore(
    @CurrentRepository() repository: RepositoryContext,
    @Param('tag_name', { schema: tagParameter }) tag: string,
    @PathBigId('event_id') event: number,
    @CurrentActor() actor: Actor,
  ): Promise<Restored> {
    return this.history.restore(repository, tag, event, actor)
  }
}
