import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { CurrentRepository, type RepositoryContext } from '../../access/context.js'
import { inRepository, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { type DeletedRow, DeletedService, type Restored } from './deleted.service.js'

/** Tag or digest. */
const referenceParameter = z.string().max(300)

@Controller('projects/:project_name/repositories/:repository_name/deleted')
export class DeletedController {
  constructor(private readonly deleted: DeletedService) {}

  @Get()
  @Needs('artifact:list', inRepository)
  @Operation({
    id: 'listDeleted',
    tag: 'repository',
    summary: 'Deleted tags and artifacts of a repository that can still be restored',
    answers: { 200: pageOf(rest.deleted) },
  })
  list(
    @CurrentRepository() repository: RepositoryContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<DeletedRow>> {
    return this.deleted.list(repository, query)
  }

  @Post(':reference/restore')
  @HttpCode(200)
  @Needs('repository:push', inRepository)
  @Emits('artifact.restored', 'tag.restored')
  @Operation({
    id: 'restoreDeleted',
    tag: 'repository',
    summary:
      'Restore an artifact, by digest, with the tags that it lost; or a tag, with its artifact. 409 while the tag names something else, 412 while blobs are missing',
    answers: { 200: rest.restored },
    refuses: ['NOTHING_TO_RESTORE', 'TAG_EXISTS', 'BLOBS_MISSING'],
  })
  restore(
    @CurrentRepository() repository: RepositoryContext,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @CurrentActor() actor: Actor,
  ): Promise<Restored> {
    return this.deleted.restore(repository, reference, actor)
  }
}
