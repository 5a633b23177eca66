import { Controller, Post, Query, Req } from '@nestjs/common'
import type { Actor } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inAnyRepository, Needs } from '../../access/needs.js'
import { repositoryParameter } from '../../access/path-parameter.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import type { Created } from '../../edge/results.js'
import { CopiesService } from './copies.service.js'

const copyQuery = z.object({
  from: z.string().max(700).describe('What is copied: `project/repository:tag` or `project/repository@digest`.'),
})
type CopyQuery = z.output<typeof copyQuery>

@Controller('projects/:project_name/repositories/:repository_name/artifacts')
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  @Post()
  // The repository may be new.
  @Needs('artifact:create', inAnyRepository)
  @Emits('artifact.pushed')
  @Operation({
    id: 'CopyArtifact',
    tag: 'artifact',
    summary:
      'Copy an artifact with all that is about it, from wherever the caller may pull it. By tag the copy gets that tag, by digest those of its tags that are free',
    answers: { 201: 'location' },
    refuses: [
      'BAD_COPY_SOURCE',
      'NAME_INVALID',
      'FORBIDDEN',
      'REPOSITORY_NOT_FOUND',
      'ARTIFACT_NOT_FOUND',
      'PROXY_CACHE_ONLY',
      'QUOTA_EXCEEDED',
      'MANIFEST_BLOB_UNKNOWN',
      'CACHE_INCOMPLETE',
      'TAG_IMMUTABLE',
      'TAG_PROTECTED',
    ],
  })
  copy(
    @CurrentProject() project: ProjectContext,
    @Req() request: FastifyRequest,
    @Query({ schema: copyQuery }) { from }: CopyQuery,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.copies.copy(project, repositoryParameter(request), from, subject, actor)
  }
}
