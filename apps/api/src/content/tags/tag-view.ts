import { rest } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import { bounded } from '../../listing/bounded.js'
import { byLabels, labelsOf } from '../labels/labels-of.js'
import { byDigest, byWhole, utc } from '../../listing/list-statement.js'
import type { ListView, ReadCondition } from '../../listing/list-view.js'

const fields = {
  // Natural order: v1.9 before v1.10.
  name: { type: 'text', expression: sql`t.name`, order: sql`t.sort_key`, sortable: true },
  push_time: { type: 'time', expression: sql`t.pushed_at`, sortable: true },
  pull_time: { type: 'time', expression: sql`t.pulled_at`, sortable: true, nullable: true },
} satisfies ListView['fields']

/** Tags as Harbor's `Tag`. */
export const tagView = {
  row: rest.tag,
  isSmall: true,
  columns: sql`t.id, t.repository_id, t.artifact_id, t.name, ${utc(sql`t.pushed_at`)} as push_time,
    coalesce(${utc(sql`t.pulled_at`)}, ${rest.NEVER}) as pull_time, false as immutable`,
  from: sql`tag t`,
  fields: {
    id: { type: 'integer', expression: sql`t.id`, sortable: true },
    artifact_id: { type: 'integer', expression: sql`t.artifact_id`, sortable: true },
    repository_id: { type: 'integer', expression: sql`t.repository_id`, sortable: true },
    ...fields,
  },
  defaultSort: '-push_time',
  key: sql`t.id`,
} satisfies ListView

const platform = (value: Sql) =>
  sql`jsonb_strip_nulls(jsonb_build_object('os', ${value}->'os', 'architecture', ${value}->'architecture', 'variant', ${value}->'variant'))`

/** Children of an index whose platforms are shown. */
const PLATFORMS = 200

/** Attestations sit in an index under the platform unknown/unknown. */
const platforms = sql`coalesce(case
  when a.kind = 'index' then (select jsonb_agg(${platform(sql`f.platform`)} order by f.position) from artifact_reference f
    where f.parent_id = a.id and f.position <= ${PLATFORMS} and ${bounded(sql`f.platform`, 64)} is not null
      and f.platform->>'os' <> 'unknown' and f.platform->>'architecture' <> 'unknown')
  when ${bounded(sql`a.platform`, 64)} is not null then jsonb_build_array(${platform(sql`a.platform`)}) end, '[]')`

const otherTags = sql`array(select o.name from tag o where o.artifact_id = t.artifact_id and o.id <> t.id
  order by o.sort_key, o.name limit 100)`

/** Whatever has a tag is listed, so its indexes serve here, too. */
const ofArtifact =
  (read: ReadCondition): ReadCondition =>
  (asked) => {
    const condition = read(asked)
    return (
      condition &&
      sql`exists (select 1 from artifact a
    where a.id = t.artifact_id and a.repository_id = t.repository_id and a.is_listed and ${condition})`
    )
  }

/** One row per tag, with what a page shows of its artifact. */
export const repositoryTagView = {
  row: rest.repositoryTag,
  light: { platforms: [], other_tags: [], labels: [] },
  columns: sql`t.name, a.digest, a.id as artifact_id, a.media_type, a.kind, t.size, ${platforms} as platforms,
    ${utc(sql`t.pushed_at`)} as push_time, ${utc(sql`t.pulled_at`)} as pull_time, t.pull_count, a.pushed_by,
    ${otherTags} as other_tags, coalesce(${labelsOf(sql`l.id, l.name, l.color`)}, '[]') as labels, false as immutable, null::text as rule`,
  from: sql`tag t`,
  details: sql`join artifact a on a.id = t.artifact_id`,
  fields: {
    ...fields,
    size: { type: 'integer', expression: sql`t.size`, sortable: true },
    pull_count: { type: 'integer', expression: sql`t.pull_count`, sortable: true },
  },
  special: {
    digest: ofArtifact(byDigest(sql`a.digest`)),
    labels: ofArtifact(byLabels),
    kind: ofArtifact(byWhole('kind', sql`a.kind`)),
    media_type: ofArtifact(byWhole('media_type', sql`a.media_type`)),
    pushed_by: ofArtifact(byWhole('pushed_by', sql`a.pushed_by`)),
  },
  defaultSort: '-push_time',
  key: sql`t.id`,
} satisfies ListView
