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
import { attestations } from './attestations.js'
import { isAccessory, typeOfAccessory, typeOfReferrer } from './artifact-view.js'
import { predicatesOf } from './predicates.js'
import type { AccessoryRow, ReferrerRow } from './artifacts.schema.js'

/** Of a tree that is shown: what is in it, and how deep it goes. */
const [REFERRERS, DEPTH] = [500, 10]
/** Bytes of a manifest that is read for what its attestations state. */
const MANIFEST = 16_384

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
    const rows = await this.database.rows<
      ReferrerRow & { readonly manifest: Buffer | null; readonly media_type: string }
    >(sql`
      with recursive tree as (
        select id, repository_id, digest, null::text collate "C" as subject, null::jsonb as platform, 0 as depth from artifact where id = ${id}
        union all
        select s.id, s.repository_id, s.digest, a.digest, s.platform, a.depth + 1
        from tree a cross join lateral (
          select s.id, s.repository_id, s.digest, null::jsonb as platform from artifact s where ${isAccessory}
          union
          ${attestations}
        ) s where a.depth < ${DEPTH}
      )
      select t.digest, t.subject, t.depth, ${typeOfReferrer} as type, ${typeOfAccessory} as accessory_type,
        a.is_accessory and not a.is_tagged and a.subject_digest is distinct from t.subject as replaced,
        coalesce(a.artifact_type, a.config_media_type, a.media_type) as artifact_type,
        ${bounded(sql`a.annotations`, 64)} as annotations, t.platform, a.total_size::float8 as size, ${utc(sql`a.pushed_at`)} as push_time, a.pushed_by,
        case when a.kind = 'attestation' and octet_length(a.manifest) <= ${MANIFEST} then a.manifest end as manifest, a.media_type
      from (select * from tree where depth > 0 limit ${REFERRERS}) t
      join artifact a on a.id = t.id cross join lateral (select a.*) s
      order by t.depth, a.id`)
    return rows.map(({ manifest, media_type: mediaType, ...row }) => ({
      ...row,
      predicates: manifest === null ? [] : predicatesOf(manifest, mediaType),
    }))
  }
}
