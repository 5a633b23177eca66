import { Controller, Get, Query } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { z } from 'zod'
import type { Subject } from '@berth/rbac'
import { inEachProject, Needs } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { MAX_PAGE_SIZE, pageNumber, pageSize } from '../../listing/list-query.js'
import { type Found, SearchAllService } from './search-all.service.js'
import { type SearchResult, SearchService } from './search.service.js'

const searchQuery = z.object({ q: z.string().max(255).describe('Part of a name.') })

const searchAllQuery = searchQuery.extend({
  page: pageNumber(1000).describe('Number of the page, of each kind; what is less than 1 counts as 1.'),
  page_size: pageSize(MAX_PAGE_SIZE).describe(`Rows of each kind; 0 or less: ${MAX_PAGE_SIZE}.`),
})

@Controller('search')
export class SearchController {
  constructor(
    private readonly finder: SearchService,
    private readonly everything: SearchAllService,
  ) {}

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

  @Get('all')
  @Needs('repository:list', inEachProject)
  @Operation({
    id: 'searchAll',
    tag: 'search',
    summary: 'Projects, repositories, tags and artifacts by a name, a digest, a label or an annotation',
    answers: { 200: rest.searchAll },
  })
  searchAll(
    @Query({ schema: searchAllQuery }) { q, ...page }: z.output<typeof searchAllQuery>,
    @CurrentSubject() subject: Subject,
  ): Promise<Found> {
    return this.everything.search(q, page, subject)
  }
}
