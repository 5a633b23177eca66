import { Controller, Get, Query } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'
import { type MatchingQuery, matchingQuery } from './matching-tags.schema.js'
import { type MatchingTags, MatchingTagsService } from './matching-tags.service.js'

@Controller('projects/:project_name_or_id/matchingtags')
export class MatchingTagsController {
  constructor(private readonly matching: MatchingTagsService) {}

  @Get()
  @Needs('tag:list', inProject)
  @Operation({
    id: 'listMatchingTags',
    tag: 'project',
    summary: 'Tags of a project that patterns are about, for whoever writes a rule',
    answers: { 200: rest.matchingTags },
    refuses: ['PATTERN_TOO_COMPLEX'],
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: matchingQuery }) asked: MatchingQuery,
  ): Promise<MatchingTags> {
    return this.matching.find(project, asked)
  }
}
