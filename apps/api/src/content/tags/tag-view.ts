import sql, { type Sql } from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

const fields: ListView['fields'] = {
  // Natural order: v1.9 before v1.10.
  name: { type: 'text', expression: sql`t.name`, order: sql`t.sort_key`, sortable: true },
  push_time: { type: 'time', expression: sql`t.pushed_at`, sortable: true },
  pull_time: { type: 'time', expression: sql`t.pulled_at`, sortable: true, nullable: true },
}

/** Tags as Harbor's `Tag`. */
export const tagView: ListView = {
  columns: sql`t.id, t.repository_id, t.artifact_id, t.name, ${utc(sql`t.pushed_at`)} as push_time,
    ${utc(sql`t.pulled_at`)} as pull_time, false as immutable`,
  from: sql`tag t`,
  fields: { id: { type: 'integer', expression: sql`t.id`, sortable: true }, ...fields },
  defaultSort: '-push_time',
  key: sql`t.id`,
}

const platform = (value: Sql) =>
  sql`jsonb_strip_nulls(jsonb_build_object('os', ${value}->'os', 'architecture', ${value}->'architecture', 'variant', ${value}->'variant'))`

/** Attestations sit in an index under the platform unknown/unknown. */
const platforms = sql`coalesce(case
  when a.kind = 'index' then (select jsonb_agg(${platform(sql`f.platform`)} order by f.position) from artifact_reference f
    where f.parent_id = a.id and f.platform->>'os' <> 'unknown' and f.platform->>'architecture' <> 'unknown')
  when a.platform is not null then jsonb_build_array(${platform(sql`a.platform`)}) end, '[]')`

const otherTags = sql`array(select o.name from tag o where o.artifact_id = t.artifact_id and o.id <> t.id
  order by o.sort_key, o.name limit 100)`

/** One row per tag, with what a page shows of its artifact. */
export const repositoryTagView: ListView = {
  columns: sql`t.name, a.digest, a.id as artifact_id, a.media_type, a.kind, a.total_size as size, ${platforms} as platforms,
    ${utc(sql`t.pushed_at`)} as push_time, ${utc(sql`t.pulled_at`)} as pull_time, t.pull_count, a.pushed_by,
    ${otherTags} as other_tags`,
  from: sql`tag t join artifact a on a.id = t.artifact_id`,
  fields: {
    ...fields,
    digest: { type: 'text', expression: sql`a.digest` },
    kind: { type: 'text', expression: sql`a.kind` },
    media_type: { type: 'text', expression: sql`a.media_type` },
    pushed_by: { type: 'text', expression: sql`a.pushed_by` },
    size: { type: 'integer', expression: sql`a.total_size`, sortable: true },
    pull_count: { type: 'integer', expression: sql`t.pull_count`, sortable: true },
  },
  defaultSort: '-push_time',
  key: sql`t.id`,
}
