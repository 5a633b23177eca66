import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { CurrentRepository, type RepositoryContext } from '../../access/context.js'
import { inRepository, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { type DeletedRow, DeletedService } from './deleted.service.js'
import type { Restored } from './to-restored.js'

/** Tag or digest. */
const referenceParameter = z.string().max(300)

@Controller('projects/:project_name/repositories/:repository_name/deleted')
export class DeletedController {
  constructor(private readonly deleted: DeletedService) {}

  @Get()
  // Not for everybody who may pull from a public project: it names people.
  @Needs('repository:read', inRepository)
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

  @Delete(':reference')
  // Who may delete the repository, which is for good, too.
  @Needs('repository:delete', inRepository)
  @Emits('artifact.purged')
  @Operation({
    id: 'purgeDeleted',
    tag: 'repository',
    summary:
      'Delete for good: a deleted artifact goes before its time, with the blobs that nothing else in the repository uses',
    answers: { 200: 'none' },
    refuses: ['NOTHING_TO_PURGE'],
  })
  purge(
    @CurrentRepository() repository: RepositoryContext,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.deleted.purge(repository, reference, actor)
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
    refuses: ['NOTHING_TO_RESTORE', 'TAG_EXISTS', 'BLOBS_MISSING', 'PROXY_CACHE_ONLY'],
  })
  restore(
    @CurrentRepository() repository: RepositoryContext,
    @Param('reference', { schema: referenceParameter }) reference: string,
    @CurrentActor() actor: Actor,
  ): Promise<Restored> {
    return this.deleted.restore(repository, reference, actor)
  }
}
