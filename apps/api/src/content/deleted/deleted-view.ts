import { rest, UserError } from '@berth/contracts'
import sql from 'sql-template-tag'
import { typeOfArtifact } from '../artifacts/artifact-view.js'
import { containing, utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import type { Condition } from '../../listing/parse-conditions.js'

/** Tags that are shown of what went with one artifact. */
const TAGS = 100

/** Tags `e` that went with the artifact `d`: both at one moment. */
const lost = sql`tag_event e where e.repository_id = d.repository_id and e.at = d.deleted_at and e.action = 'delete'
  and e.from_digest = d.digest and d.kind = 'artifact'`

const taken = sql`exists (select 1 from tag t where t.repository_id = e.repository_id and t.name = e.tag)`

const lacksBlob = sql`exists (select 1 from artifact_blob u where u.artifact_id = d.artifact_id and u.held and not exists (
  select 1 from repository_blob l where l.repository_id = d.repository_id and l.digest = u.digest))`

/** An artifact is also found by the names of the tags that went with it. */
function byName(condition: Condition) {
  switch (condition.kind) {
    case 'equal':
      return sql`(d.name = ${condition.value} or exists (select 1 from ${lost} and e.tag = ${condition.value}))`
    case 'contains': {
      const pattern = containing(condition.value)
      return sql`(d.name ilike ${pattern} or exists (select 1 from ${lost} and e.tag ilike ${pattern}))`
    }
    default:
      throw new UserError('BAD_QUERY', { detail: '"name" takes a name, or ~ and a part of one' })
  }
}

/**
 * What was deleted in a repository less than `graceSeconds` ago: artifacts, and tags that were deleted by themselves and name nothing
 * since. Of two events of a tag the later one has the higher id. A tag's key is its event's id, negated: it never equals an artifact's.
 */
export function deletedView(repositoryId: number, graceSeconds: number) {
  const since = sql`now() - make_interval(secs => ${graceSeconds})`
  const entries = ({ artifact, event } = { artifact: sql`true`, event: sql`true` }) => sql`(
    select a.id as key, 'artifact' as kind, null::text collate "C" as name, a.id as artifact_id, a.repository_id, a.digest,
      ${typeOfArtifact} as type, a.total_size as size, a.deleted_at, a.deleted_by
    from artifact a where ${artifact} and a.repository_id = ${repositoryId} and a.deleted_at > ${since}
    union all
    select -e.id, 'tag', e.tag::text, a.id, a.repository_id, a.digest, ${typeOfArtifact}, a.total_size, e.at, e.actor
    from tag_event e join artifact a on a.repository_id = e.repository_id and a.digest = e.from_digest
    where ${event} and e.repository_id = ${repositoryId} and e.action = 'delete' and e.at > ${since}
      and a.deleted_at is distinct from e.at
      and not exists (
        select 1 from tag_event n where n.repository_id = e.repository_id and n.tag = e.tag and n.id > e.id)
  ) d`
  return {
    row: rest.deleted,
    isSmall: true,
    light: { tags: [], taken_tags: [] },
    columns: sql`d.kind, d.name, d.digest, d.type, d.size,
      array(select e.tag from ${lost} and not ${taken} order by e.tag limit ${TAGS}) as tags,
      array(select e.tag from ${lost} and ${taken} order by e.tag limit ${TAGS}) as taken_tags,
      ${utc(sql`d.deleted_at`)} as deleted_at, d.deleted_by,
      ${utc(sql`d.deleted_at + make_interval(secs => ${graceSeconds})`)} as expires_at, not ${lacksBlob} as restorable`,
    from: entries(),
    fromKey: (key) => entries({ artifact: sql`a.id = ${key}`, event: sql`e.id = -${key}` }),
    fields: {
      kind: { type: 'text', expression: sql`d.kind` },
      name: { type: 'text', expression: sql`d.name`, sortable: true, nullable: true },
      digest: { type: 'text', expression: sql`d.digest` },
      type: { type: 'text', expression: sql`d.type` },
      size: { type: 'integer', expression: sql`d.size`, sortable: true },
      deleted_at: { type: 'time', expression: sql`d.deleted_at`, sortable: true },
      deleted_by: { type: 'text', expression: sql`d.deleted_by` },
    },
    special: { name: byName },
    defaultSort: '-deleted_at',
    key: sql`d.key`,
  } satisfies ListView
}
