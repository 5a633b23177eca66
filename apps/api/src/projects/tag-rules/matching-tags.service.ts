import { Injectable } from '@nestjs/common'
import { patternExpression, type rest, wholePatternExpression } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import type { MatchingQuery } from './matching-tags.schema.js'

export type MatchingTags = z.output<typeof rest.matchingTags>

/** Tags that are looked at, and that are named. */
const [LOOKED_AT, NAMED] = [20_000, 100]

@Injectable()
export class MatchingTagsService {
  constructor(private readonly database: Database) {}

  async find({ id, name }: ProjectContext, asked: MatchingQuery): Promise<MatchingTags> {
    const repositories = patternExpression([asked.repositories], name)
    const tags = wholePatternExpression(asked.tags)
    const found = await this.database.row<MatchingTags>(sql`
      with seen as materialized (
        select r.name as repository, t.name as tag
        from repository r join tag t on t.repository_id = r.id
        where r.project_id = ${id} and (r.name ~ ${repositories}) <> ${asked.repositories_excluded}
        limit ${LOOKED_AT + 1}
      ), looked_at as (
        select * from seen limit ${LOOKED_AT}
      ), matching as materialized (
        select substr(repository, ${name.length + 2}::integer) as repository, tag from looked_at
        where (tag ~ ${tags}) <> ${asked.tags_excluded}
      )
      select (select coalesce(json_agg(m), '[]') from (select * from matching order by repository, tag limit ${NAMED}) m) as tags,
        (select count(*)::int from matching) as matched, (select count(*)::int from looked_at) as looked_at,
        (select count(*) from seen) <= ${LOOKED_AT} as is_complete`)
    return found ?? { tags: [], matched: 0, looked_at: 0, is_complete: true }
  }
}
