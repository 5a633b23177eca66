import { accessoryTagsOf } from '@berth/oci'
import { isPart } from './rules/parts.js'

/**
 * SQL of what is about an artifact: what names it as its subject, and what is attached to it by a tag, as cosign does.
 *
 * @param artifact name of a row of artifacts, with `repository_id` and `digest`
 */
export function referrersOf(artifact: string): string {
  return about(artifact)
}

function about(artifact: string, more = ''): string {
  return `
    select s.* from artifact s
    where s.repository_id = ${artifact}.repository_id and s.deleted_at is null and s.id = any (array(
      select id from artifact where repository_id = ${artifact}.repository_id and subject_digest = ${artifact}.digest
      union all
      select t.artifact_id from tag t join artifact o on o.id = t.artifact_id and o.is_accessory
      where t.repository_id = ${artifact}.repository_id and t.name = any (${accessoryTagsOf(`${artifact}.digest`)})
      ${more}
    ))`
}

/** What such a tag has named before, and nothing else names since: an earlier signature, say. */
function replacedUnder(artifact: string): string {
  return `
      union all
      select o.id from tag_event e
      join artifact o on o.repository_id = e.repository_id and o.digest = e.from_digest and o.is_accessory and not o.is_tagged
      where e.repository_id = ${artifact}.repository_id and e.tag = any (${accessoryTagsOf(`${artifact}.digest`)})`
}

/**
 * The same, as far as it belongs to that artifact alone: not what somebody has given a tag of its own, and not what is part of an index,
 * for that is wanted for itself. With what was attached to it before.
 */
function accessoriesOf(artifact: string): string {
  return `${about(artifact, replacedUnder(artifact))} and (s.is_accessory or not s.is_tagged) and not ${isPart('s.repository_id', 's.digest')}`
}

/**
 * A recursive part of a statement: the artifacts of `roots`, and all that belongs to them.
 * @param root column that names of each the one it belongs to
 */
export function withAccessories(name: string, roots: string, root?: string): string {
  const [ofRoot, ofPart] = root === undefined ? ['', ''] : [`id as ${root}, `, `${name}.${root}, `]
  return `${name} as (
      select ${ofRoot}id, repository_id, digest from (${roots}) roots
      union
      select ${ofPart}s.id, s.repository_id, s.digest from ${name} cross join lateral (${accessoriesOf(name)}) s
    )`
}
