import { Injectable } from '@nestjs/common'
import sql from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import { bounded } from '../../listing/bounded.js'
import type { ListQuery } from '../../listing/list-query.js'
import { utc } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { accessoryView } from './accessory-view.js'
import { isAccessory, typeOfAccessory, typeOfArtifact } from './artifact-view.js'
import type { AccessoryRow, ReferrerRow } from './artifacts.schema.js'

/** Of a tree that is shown: what is in it, and how deep it goes. */
const [REFERRERS, DEPTH] = [500, 10]

@Injectable()
export class AccessoriesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async list(artifact: ArtifactContext, query: ListQuery): Promise<Page<AccessoryRow>> {
    return this.lists.page(accessoryView(artifact), query, { where: [] })
  }

  /** Each comes after what it is about. What refers to two of them stands under each. */
  async tree({ id }: ArtifactContext): Promise<ReferrerRow[]> {
    return this.database.rows<ReferrerRow>(sql`
      with recursive tree as (
        select id, repository_id, digest, null::text collate "C" as subject, 0 as depth from artifact where id = ${id}
        union all
        select s.id, s.repository_id, s.digest, a.digest, a.depth + 1
        from tree a join artifact s on ${isAccessory} where a.depth < ${DEPTH}
      )
      select t.digest, t.subject, t.depth, ${typeOfArtifact} as type, ${typeOfAccessory} as accessory_type,
        coalesce(a.artifact_type, a.config_media_type, a.media_type) as artifact_type,
        ${bounded(sql`a.annotations`, 64)} as annotations, a.total_size::float8 as size, ${utc(sql`a.pushed_at`)} as push_time, a.pushed_by
      from (select * from tree where depth > 0 limit ${REFERRERS}) t
      join artifact a on a.id = t.id cross join lateral (select a.*) s
      order by t.depth, a.id`)
  }
}
