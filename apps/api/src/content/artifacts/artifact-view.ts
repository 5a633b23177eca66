import { rest, UserError } from '@berth/contracts'
import sql, { join, type Sql } from 'sql-template-tag'
import { byDigest, byWhole, containing, utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import type { Condition } from '../../listing/parse-conditions.js'

/** Harbor's word for the kind: an index of images is an image to its clients. */
export const typeOfArtifact = sql`case a.kind when 'index' then 'IMAGE' else upper(a.kind) end`

const tags = sql`(select coalesce(json_agg(json_build_object(
    'id', t.id, 'repository_id', t.repository_id, 'artifact_id', t.artifact_id, 'name', t.name,
    'push_time', ${utc(sql`t.pushed_at`)}, 'pull_time', ${utc(sql`t.pulled_at`)}, 'immutable', false)
    order by t.sort_key, t.name), '[]') from tag t where t.artifact_id = a.id)`

const references = sql`case when a.kind = 'index' then (select json_agg(json_build_object(
    'parent_id', f.parent_id, 'child_id', c.id, 'child_digest', f.child_digest,
    'platform', f.platform, 'annotations', f.annotations) order by f.position)
    from artifact_reference f
    left join artifact c on c.repository_id = a.repository_id and c.digest = f.child_digest and c.deleted_at is null
    where f.parent_id = a.id) end`

const extraAttributes = sql`case when a.config is null then '{}' else jsonb_strip_nulls(jsonb_build_object(
    'architecture', a.config->'architecture', 'os', a.config->'os', 'variant', a.config->'variant',
    'author', a.config->'author', 'created', a.config->'created',
    'config', jsonb_build_object(
      'User', a.config->'user', 'Env', a.config->'env', 'Entrypoint', a.config->'entrypoint', 'Cmd', a.config->'cmd',
      'WorkingDir', a.config->'workingDir', 'ExposedPorts', a.config->'exposedPorts', 'Volumes', a.config->'volumes',
      'Labels', a.config->'labels'))) end`

const withTag = (condition: Sql) =>
  sql`exists (select 1 from tag t where t.artifact_id = a.id and t.repository_id = a.repository_id and ${condition})`

/** An index of images is an image: of two kinds that stand beside each other in their order. */
const kindsOf = (type: string) => (type === 'IMAGE' ? ['image', 'index'] : [type.toLowerCase()])

function byType(condition: Condition): Sql {
  if (condition.kind === 'equal') return sql`a.kind in (${join(kindsOf(condition.value))})`
  if (condition.kind === 'one-of') return sql`a.kind in (${join(condition.values.flatMap(kindsOf))})`
  throw new UserError('BAD_QUERY', { detail: '"type" takes a type such as IMAGE, or some: {IMAGE CHART}' })
}

/** `tags=*`, `tags=nil`, `tags=name`, `tags=~part`. */
function byTags(condition: Condition): Sql {
  if (condition.kind === 'equal' && condition.value === '*') return sql`a.is_tagged`
  if (condition.kind === 'equal' && condition.value === 'nil') return sql`not a.is_tagged`
  if (condition.kind === 'equal') {
    return withTag(sql`t.name = ${condition.value}`)
  }
  if (condition.kind === 'contains') {
    return withTag(sql`t.name ilike ${containing(condition.value)}`)
  }
  throw new UserError('BAD_QUERY', { detail: '"tags" takes *, nil, a name or ~ and a part of one' })
}

const artifactRow = rest.artifact.omit({ addition_links: true })

/** Artifacts as `Artifact`, without their links. */
export function artifactView({ withTags }: { readonly withTags: boolean }) {
  return {
    row: artifactRow,
    columns: sql`a.id, ${typeOfArtifact} as type,
      case when a.kind = 'index' then a.media_type else coalesce(a.config_media_type, a.media_type) end as media_type,
      a.media_type as manifest_media_type, coalesce(a.artifact_type, '') as artifact_type,
      r.project_id, a.repository_id, r.name as repository_name, a.digest, a.total_size as size, '' as icon,
      ${utc(sql`a.pushed_at`)} as push_time, ${utc(sql`a.pulled_at`)} as pull_time,
      ${extraAttributes} as extra_attrs, a.annotations, ${references} as references,
      ${withTags ? tags : sql`null`} as tags, a.pushed_by, a.pull_count`,
    from: sql`artifact a`,
    details: sql`join repository r on r.id = a.repository_id`,
    fields: {
      id: { type: 'integer', expression: sql`a.id`, sortable: true },
      digest: { type: 'text', expression: sql`a.digest`, sortable: true },
      type: { type: 'text', expression: typeOfArtifact, order: sql`a.kind`, sortable: true },
      size: { type: 'integer', expression: sql`a.total_size`, sortable: true },
      push_time: { type: 'time', expression: sql`a.pushed_at`, sortable: true },
      pull_time: { type: 'time', expression: sql`a.pulled_at`, sortable: true, nullable: true },
    },
    special: {
      digest: byDigest(sql`a.digest`),
      type: byType,
      media_type: byWhole('media_type', sql`coalesce(a.config_media_type, a.media_type)`),
      manifest_media_type: byWhole('manifest_media_type', sql`a.media_type`),
      artifact_type: byWhole('artifact_type', sql`a.artifact_type`),
      tags: byTags,
    },
    defaultSort: '-push_time',
    key: sql`a.id`,
  } satisfies ListView
}

/**
 * What a list leaves out unless it has a tag of its own: the children of an index, and what refers to a subject
 * (signatures, SBOMs). They are reached through what they belong to.
 */
export const listed = sql`a.is_listed`

export const living = sql`a.deleted_at is null`
