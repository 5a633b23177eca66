import { ACCESSORY_TAG, ATTACHING_TAG, type Digest, REFERRERS_TAG, type RepositoryName, type Tag } from '@berth/oci'
import type { Queryable } from '@berth/database'
import { tagRulesOf, type TagRules } from './rules/tag-rules.js'

/*
 * What lists show of a repository without being asked for: what has a tag of its own, and what belongs neither to a subject (signatures,
 * SBOMs) nor to an index. `artifact.is_listed` keeps it, `artifact.is_tagged` what of it has a tag, `artifact.is_accessory` what has only
 * tags that name something else, or had before another replaced it there: it is left out as well. The repository's row keeps how many
 * there are.
 * Whoever changes tags, children or ends of a repository's artifacts holds the repository's row from the start of the transaction: whoever
 * changes them at the same time has come before, and is seen, or waits. Nobody waits for that row while holding artifacts or tags, but a
 * push of what is all new: a manifest and tags that nobody else can see yet change nobody's place in a list.
 */

const holdById = {
  name: 'hold_repository',
  text: `select ${tagRulesOf('repository.project_id')} as rules from repository where id = $1 for no key update`,
}
/** Where one of `$3`, tags, or the manifest `$2` is there already, or a rule wants to be asked. */
const holdIfKnown = {
  name: 'hold_repository_if_known',
  text: `
    select ${tagRulesOf('repository.project_id')} as rules from repository
    where id = $1 and (
      exists (select from immutable_rule where project_id = repository.project_id and not disabled)
      or exists (select from artifact where repository_id = $1 and digest = $2)
      or exists (select from tag where repository_id = $1 and name = any ($3)))
    for no key update`,
}
const holdByName = {
  name: 'hold_repository_by_name',
  text: `select ${tagRulesOf('repository.project_id')} as rules from repository where name = $1 for no key update`,
}
const holdOfArtifacts = {
  name: 'hold_repositories_of_artifacts',
  text: `
    select from repository where id in (select repository_id from artifact where id = any ($1::bigint[]))
    order by id for no key update`,
}

/** First of all that a transaction does with a repository's artifacts and tags. @returns the rules for its tags */
export async function holdRepository(
  transaction: Queryable,
  which: { readonly id: string } | { readonly name: RepositoryName },
): Promise<TagRules> {
  const [statement, key] = 'id' in which ? [holdById, which.id] : [holdByName, which.name]
  const [row] = await transaction.query<{ rules: TagRules }>(statement, [key])
  return row?.rules ?? null
}

/** The same, where the repository knows the manifest or one of the tags, or its project has rules. @returns undefined where it is not held */
export async function holdRepositoryIfKnown(
  transaction: Queryable,
  id: string,
  digest: Digest,
  tags: readonly Tag[],
): Promise<TagRules | undefined> {
  const [row] = await transaction.query<{ rules: TagRules }>(holdIfKnown, [id, digest, tags])
  return row?.rules
}

/** The same, of all repositories that have some of these artifacts. */
export async function holdRepositoriesOf(transaction: Queryable, artifactIds: readonly string[]): Promise<void> {
  await transaction.query(holdOfArtifacts, [artifactIds])
}

/** SQL: whether the index `w.id` lists nothing but referrers of what the tag `t` tells of, as far as they are known. */
const listsReferrers = `
  t.name ~ '${REFERRERS_TAG}' and not exists (
    select from artifact p
    where p.id = w.id and (p.kind <> 'index' or exists (
      select from artifact_reference f where f.parent_id = p.id and not exists (
        select from artifact c where c.repository_id = p.repository_id and c.digest = f.child_digest
          and left(replace(c.subject_digest, ':', '-'), 71) = t.name))))`

/**
 * SQL: whether a tag that `a` has lost told of something that is there. What was attached to nothing is seen nowhere else than in the list.
 */
const wasAttached = `exists (
  select from tag_event e cross join lateral (
    select from artifact o
    where o.repository_id = e.repository_id and o.deleted_at is null
      and o.digest >= replace(split_part(e.tag, '.', 1), '-', ':') and o.digest < replace(split_part(e.tag, '.', 1), '-', ':') || 'g'
    limit 1
  ) subject
  where e.repository_id = a.repository_id and e.from_digest = a.digest and e.tag ~ '${ATTACHING_TAG}')`

/** With `limit`, each look-up asks its index, whatever PostgreSQL takes the number of rows to be. */
const relistArtifacts = {
  name: 'relist_artifacts',
  text: `
    with touched as materialized (
      select a.*, case when a.now_tagged then not a.now_named else a.is_accessory and (a.deleted_at is not null or ${wasAttached}) end as now_accessory,
        a.deleted_at is null and (a.now_tagged or (a.subject_digest is null and not exists (
        select from artifact_reference f cross join lateral (
          select from artifact where id = f.parent_id and deleted_at is null limit 1
        ) parent
        where f.child_digest = a.digest and f.repository_id = a.repository_id limit 1
      ))) as now_listed
      from (
        select unnest($1::bigint[]) as id
        union
        select c.id from unnest($1::bigint[]) as w (id)
        cross join lateral (select repository_id, child_digest from artifact_reference where parent_id = w.id) f
        cross join lateral (
          select id from artifact where repository_id = f.repository_id and digest = f.child_digest limit 1
        ) c
      ) w
      cross join lateral (
        select id, repository_id, digest, subject_digest, deleted_at, is_listed, is_tagged, is_accessory,
          (select true from tag where artifact_id = w.id limit 1) is not null as now_tagged,
          (select true from tag t where t.artifact_id = w.id and t.name !~ '${ACCESSORY_TAG}' and not (${listsReferrers}) limit 1)
            is not null as now_named
        from artifact where id = w.id limit 1
      ) a
    ), changed as (
      update artifact a set is_listed = t.now_listed, is_tagged = t.now_tagged, is_accessory = t.now_accessory from touched t
      where a.id = any (array(
        select id from touched where (is_listed, is_tagged, is_accessory) <> (now_listed, now_tagged, now_accessory)
      )) and t.id = a.id
      returning a.repository_id,
        (t.now_listed and not t.now_accessory)::integer - (t.is_listed and not t.is_accessory)::integer as more
    )
    update repository r set listed_count = r.listed_count + c.more
    from (select repository_id, sum(more) as more from changed group by repository_id) c
    where r.id = c.repository_id`,
}

/**
 * Brings `is_listed`, `is_tagged` and `is_accessory` of these artifacts, and of the children of those that are indexes, up to date after their tags, their end or their
 * return.
 */
export async function relist(transaction: Queryable, artifactIds: readonly string[]): Promise<void> {
  if (artifactIds.length > 0) await transaction.query(relistArtifacts, [artifactIds])
}
