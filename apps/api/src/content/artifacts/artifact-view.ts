import { rest, UserError } from '@berth/contracts'
import { accessoryTagsOf } from '@berth/oci'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { RepositoryContext } from '../../access/context.js'
import { iconDigest } from '../icons/icons.js'
import { bounded } from '../../listing/bounded.js'
import { labelColumns } from '../labels/label-view.js'
import { byLabels, labelsOf } from '../labels/labels-of.js'
import { byDigest, byWhole, containing, utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import type { Condition } from '../../listing/parse-conditions.js'

/** Harbor's word for the kind: an index of images is an image to its clients. */
export const typeOfArtifact = sql`case a.kind when 'index' then 'IMAGE' when 'model' then 'CNAI' else upper(a.kind) end`

/** The same of a referrer. An index is no image there: it lists more that is about the artifact, or is about it as a whole. */
export const typeOfReferrer = sql`case when a.kind = 'index' then case when a.is_accessory then 'REFERRERS' else 'INDEX' end
  else ${typeOfArtifact} end`

/** Where the icon of a kind is found: an index of images has that of an image. */
const iconOf = (
  kind: Sql,
) => sql`(case ${kind} when 'image' then ${iconDigest('image')} when 'index' then ${iconDigest('image')}
  when 'chart' then ${iconDigest('chart')} when 'signature' then ${iconDigest('signature')}
  else ${iconDigest('artifact')} end)::text`

/** What is shown of one artifact: tags, the youngest; accessories and children, the first. */
const [TAGS, ACCESSORIES, CHILDREN] = [100, 100, 200]

const tags = sql`(select coalesce(json_agg(json_build_object(
    'id', t.id, 'repository_id', t.repository_id, 'artifact_id', t.artifact_id, 'name', t.name,
    'push_time', ${utc(sql`t.pushed_at`)}, 'pull_time', coalesce(${utc(sql`t.pulled_at`)}, ${rest.NEVER}), 'immutable', false)
    order by t.pushed_at desc, t.id desc), '[]')
    from (select * from tag where artifact_id = a.id order by pushed_at desc, id desc limit ${TAGS}) t)`

const references = sql`case when a.kind = 'index' then (select json_agg(json_build_object(
    'parent_id', f.parent_id, 'child_id', c.id, 'child_digest', f.child_digest,
    'platform', ${bounded(sql`f.platform`, 64)}, 'annotations', ${bounded(sql`f.annotations`, 64)},
    'size', c.total_size) order by f.position)
    from artifact_reference f
    left join artifact c on c.repository_id = a.repository_id and c.digest = f.child_digest and c.deleted_at is null
    where f.parent_id = a.id and f.position <= ${CHILDREN}) end`

/** Harbor's word for what refers to a subject. */
export const typeOfAccessory = sql`case s.kind when 'signature' then
    case when coalesce(s.artifact_type, s.config_media_type) = 'application/vnd.cncf.notary.signature'
      then 'signature.notation' else 'signature.cosign' end
  else case coalesce(s.artifact_type, s.config_media_type) when 'application/vnd.goharbor.harbor.sbom.v1'
      then 'sbom.harbor' else 'subject.accessory' end end`

/** Condition on `artifact s`: what is about `artifact a`, by its subject or by a tag as cosign gives it, or was before another took that tag. */
export const isAccessory = sql`s.repository_id = a.repository_id and s.deleted_at is null and s.id = any (array(
  select id from artifact where repository_id = a.repository_id and subject_digest = a.digest
  union all
  select t.artifact_id from tag t join artifact o on o.id = t.artifact_id and o.is_accessory
  where t.repository_id = a.repository_id and t.name = any (${raw(accessoryTagsOf('a.digest'))})
  union all
  select o.id from tag_event e
  join artifact o on o.repository_id = e.repository_id and o.digest = e.from_digest and o.is_accessory and not o.is_tagged
  where e.repository_id = a.repository_id and e.tag = any (${raw(accessoryTagsOf('a.digest'))})))`

/** What is shown of `artifact s`, which is about `artifact a`, in the words of Harbor. */
export const accessoryColumns = {
  id: sql`s.id`,
  artifact_id: sql`s.id`,
  subject_artifact_id: sql`a.id`,
  subject_artifact_digest: sql`a.digest`,
  subject_artifact_repo: sql`r.name`,
  size: sql`s.total_size`,
  digest: sql`s.digest`,
  type: typeOfAccessory,
  icon: iconOf(sql`s.kind`),
  creation_time: utc(sql`s.pushed_at`),
} as const

const asObject = join(Object.entries(accessoryColumns).map(([name, value]) => sql`${name}::text, ${value}`))

const accessories = sql`(select json_agg(json_build_object(${asObject}) order by s.id)
    from (select * from artifact s where ${isAccessory} order by s.id limit ${ACCESSORIES}) s)`

/** A list of names as an image's config has it: an object, whose values say nothing. */
const asKeys = (names: Sql) =>
  sql`(select jsonb_object_agg(name, '{}'::jsonb) from jsonb_array_elements_text(${names}) as names (name))`

/** Of a chart, all that its Chart.yaml says. */
const extraAttributes = sql`case when a.kind = 'chart' then coalesce(${bounded(sql`a.config`)}, '{}') when ${bounded(sql`a.config`)} is null then '{}' else jsonb_strip_nulls(jsonb_build_object(
    'architecture', a.config->'architecture', 'os', a.config->'os', 'variant', a.config->'variant',
    'author', a.config->'author', 'created', a.config->'created',
    'config', jsonb_build_object(
      'User', a.config->'user', 'Env', a.config->'env', 'Entrypoint', a.config->'entrypoint', 'Cmd', a.config->'cmd',
      'WorkingDir', a.config->'workingDir', 'ExposedPorts', ${asKeys(sql`a.config->'exposedPorts'`)},
      'Volumes', ${asKeys(sql`a.config->'volumes'`)}, 'Labels', a.config->'labels'))) end`

const kindsByType: Readonly<Record<string, readonly string[]>> = { IMAGE: ['image', 'index'], CNAI: ['model'] }

const kindsOf = (type: string) => kindsByType[type] ?? [type.toLowerCase()]

function byType(condition: Condition): Sql {
  if (condition.kind === 'equal') return sql`a.kind in (${join(kindsOf(condition.value))})`
  if (condition.kind === 'one-of') return sql`a.kind in (${join(condition.values.flatMap(kindsOf))})`
  throw new UserError('BAD_QUERY', { detail: '"type" takes a type such as IMAGE, or some: {IMAGE CHART}' })
}

/** What the rows have in common. */
interface Place {
  readonly repositoryName: Sql
  /** Its id. */
  readonly project: number
  /** Condition on `artifact a`: it has a tag that meets the condition on `tag t`. */
  readonly withTag: (condition: Sql) => Sql
}

/** What a tag `t` is asked to be called; undefined where something else is asked. */
export function tagNamed(condition: Condition): Sql | undefined {
  if (condition.kind === 'contains') return sql`t.name ilike ${containing(condition.value)}`
  if (condition.kind !== 'equal' || ['*', 'nil'].includes(condition.value)) return undefined
  return sql`t.name = ${condition.value}`
}

/** `tags=*`, `tags=nil`, `tags=name`, `tags=~part`. */
const byTags =
  (withTag: Place['withTag']) =>
  (condition: Condition): Sql => {
    if (condition.kind === 'equal' && condition.value === '*') return sql`a.is_tagged`
    if (condition.kind === 'equal' && condition.value === 'nil') return sql`not a.is_tagged`
    const named = tagNamed(condition)
    if (named) return withTag(named)
    throw new UserError('BAD_QUERY', { detail: '"tags" takes *, nil, a name or ~ and a part of one' })
  }

const artifactRow = rest.artifact.omit({ addition_links: true })

/** `base=*`: children of an index and accessories, too. What `where` a list has then is for the service. */
function byBase(condition: Condition): undefined {
  if (condition.kind !== 'equal' || condition.value !== '*') {
    throw new UserError('BAD_QUERY', { detail: '"base" takes * alone' })
  }
}

const configType = sql`coalesce(a.config_media_type, a.media_type)`
const artifactType = sql`coalesce(a.artifact_type, '')`

interface Shown {
  readonly withTags: boolean
  readonly withLabels: boolean
  readonly withAccessories: boolean
}

/** Fields that say of what type an artifact is. */
export const typeExpressions: ReadonlyMap<string, Sql> = new Map([
  ['media_type', configType],
  ['artifact_type', artifactType],
])

/** Artifacts as `Artifact`, without their links. */
export function artifactView(
  { withTags, withLabels, withAccessories }: Shown,
  { repositoryName, project, withTag }: Place,
) {
  return {
    row: artifactRow,
    columns: sql`a.id, ${typeOfArtifact} as type,
      case when a.kind = 'index' then a.media_type else coalesce(a.config_media_type, a.media_type) end as media_type,
      a.media_type as manifest_media_type, coalesce(a.artifact_type, '') as artifact_type,
      r.project_id, a.repository_id, r.name as repository_name, a.digest, a.total_size as size, ${iconOf(sql`a.kind`)} as icon,
      ${utc(sql`a.pushed_at`)} as push_time, coalesce(${utc(sql`a.pulled_at`)}, ${rest.NEVER}) as pull_time,
      ${extraAttributes} as extra_attrs, ${bounded(sql`a.annotations`)} as annotations, ${references} as references,
      ${withTags ? tags : sql`null`} as tags, ${withLabels ? labelsOf(labelColumns) : sql`null`} as labels, ${withAccessories ? accessories : sql`null`} as accessories,
      a.pushed_by, a.pull_count`,
    light: { extra_attrs: {}, annotations: null, references: null, tags: null, labels: null, accessories: null },
    from: sql`artifact a`,
    details: sql`join repository r on r.id = a.repository_id`,
    fields: {
      id: { type: 'integer', expression: sql`a.id`, sortable: true },
      digest: { type: 'text', expression: sql`a.digest`, sortable: true },
      type: { type: 'text', expression: typeOfArtifact, order: sql`a.kind`, sortable: true },
      size: { type: 'integer', expression: sql`a.total_size`, sortable: true },
      media_type: { type: 'text', expression: configType, sortable: true },
      manifest_media_type: { type: 'text', expression: sql`a.media_type`, sortable: true },
      artifact_type: { type: 'text', expression: artifactType, sortable: true },
      repository_id: { type: 'integer', expression: sql`a.repository_id` },
      repository_name: { type: 'text', expression: repositoryName },
      project_id: { type: 'integer', expression: sql`${project}::bigint` },
      icon: { type: 'text', expression: iconOf(sql`a.kind`) },
      push_time: { type: 'time', expression: sql`a.pushed_at`, sortable: true },
      pull_time: { type: 'time', expression: sql`a.pulled_at`, sortable: true, nullable: true },
    },
    special: {
      digest: byDigest(sql`a.digest`),
      type: byType,
      media_type: byWhole('media_type', configType),
      manifest_media_type: byWhole('manifest_media_type', sql`a.media_type`),
      artifact_type: byWhole('artifact_type', artifactType),
      tags: byTags(withTag),
      labels: byLabels,
      base: byBase,
    },
    defaultSort: '-push_time',
    key: sql`a.id`,
  } satisfies ListView
}

/**
 * What a list leaves out unless it has a tag of its own: the children of an index, and what refers to a subject
 * (signatures, SBOMs), be it by a tag such as `sha256-<digest>.sig`. They are reached through what they belong to.
 */
export const listed = sql`a.is_listed and not a.is_accessory`

export const living = sql`a.deleted_at is null`

/** Of artifacts in one repository. */
export const inRepository = ({ name, project }: RepositoryContext): Place => ({
  repositoryName: sql`${name}::text`,
  project: project.id,
  withTag: (condition) =>
    sql`exists (select 1 from tag t where t.artifact_id = a.id and t.repository_id = a.repository_id and ${condition})`,
})
