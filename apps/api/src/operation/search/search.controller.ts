import { Controller, Get, Query } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { z } from 'zod'
import type { Subject } from '@berth/rbac'
import { inEachProject, Needs } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { type SearchResult, SearchService } from './search.service.js'

const searchQuery = z.object({ q: z.string().max(255).describe('Part of a name.') })

@Controller('search')
export class SearchController {
  constructor(private readonly finder: SearchService) {}

  @Get()
  @Needs('repository:list', inEachProject)
  @Operation({
    id: 'search',
    tag: 'search',
    summary: 'Projects and repositories by a part of their names',
    answers: { 200: rest.search },
  })
  search(
    @Query({ schema: searchQuery }) query: z.output<typeof searchQuery>,
    @CurrentSubject() subject: Subject,
  ): Promise<SearchResult> {
    return this.finder.search(query.q, subject)
  }
}
