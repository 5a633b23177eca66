import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { projectView } from '../../projects/projects/project-view.js'

export type SearchResult = z.output<typeof rest.search>

const SEARCH_LIMIT = 1000

@Injectable()
export class SearchService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** The first of each kind: what is called exactly so, then by name. */
  async search(text: string, subject: Subject): Promise<SearchResult> {
    const word = text.trim().replaceAll('\0', '')
    const pattern = containing(word)
    const query = { page: 1, page_size: SEARCH_LIMIT, q: '', sort: 'name', after: '' }
    const projects = await this.lists.page(projectView(subject), query, {
      where: [projectsWhere(subject, 'self:read')],
      filters: [sql`p.name ilike ${pattern}`],
    })
    const found = await this.database.row<{ repositories: SearchResult['repository'] }>(sql`
      select coalesce(json_agg(found), '[]') as repositories from (
        select p.id as project_id, p.name as project_name, p.public as project_public, r.name as repository_name,
          r.pull_count, r.listed_count as artifact_count
        from repository r join project p on p.id = r.project_id
        where ${projectsWhere(subject, 'repository:list')} and r.name ilike ${pattern} 
        order by r.name <> ${word} and split_part(r.name, '/', -1) <> ${word} and p.name <> ${word}, r.name limit ${SEARCH_LIMIT}
      ) found`)
    return { project: [...projects.rows], repository: found?.repositories ?? [] }
  }
}
