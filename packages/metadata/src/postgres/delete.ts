import type { Actor } from '@berth/contracts'
import { emit, emitAll, type Queryable, type Transaction } from '@berth/database'
import type { Digest, RepositoryName } from '@berth/oci'
import { withAccessories } from './accessories.js'
import { authorOf } from './author.js'
import { endLeases } from './lease.js'
import { holdRepository, relist } from './listed.js'
import { isPart, refusePart } from './rules/parts.js'
import { findTagRules, requireTagChange } from './rules/held-roles.js'
import { tagRulesOf, type TagRules } from './rules/tag-rules.js'

/** Tags that are looked at together. */
const TAGS = 1000

/** SQL: the artifact, and what belongs to it alone. */
const family = withAccessories(
  'f',
  'select a.* from artifact a join repository r on r.id = a.repository_id where r.name = $1 and a.digest = $2 and a.deleted_at is null',
)

/** What `deleteArtifact` would take, as that tells it. */
const findGoing = {
  name: 'find_artifacts_to_delete',
  text: `
    with recursive ${family}
    select f.id, f.repository_id, f.digest, r.project_id,
      array(select t.name from tag t where t.artifact_id = f.id order by t.name) as tags,
      f.digest = $2 and ${isPart('f.repository_id', '$2')} as part
    from f join repository r on r.id = f.repository_id order by f.digest = $2, f.id`,
}

/** Bytes that `$1` holds and nothing else in the project does, and the parts of an index that stay. */
const findConsequences = {
  name: 'find_consequences_of_deleting',
  text: `
    select
      (select coalesce(sum(octet_length(manifest)), 0)::float8 from artifact where id = any ($1::bigint[])) + (
        select coalesce(sum(b.size), 0)::float8
        from (select distinct digest from artifact_blob where artifact_id = any ($1::bigint[]) and held) u
        join blob b on b.digest = u.digest
        where not exists (
          select from artifact_blob o join artifact a on a.id = o.artifact_id join repository r on r.id = a.repository_id
          where o.digest = u.digest and a.deleted_at is null and r.project_id = $2 and a.id <> all ($1::bigint[]))
      ) as frees,
      (select count(*)::int from artifact_reference f
        join artifact c on c.repository_id = f.repository_id and c.digest = f.child_digest and c.deleted_at is null
        where f.parent_id = any ($1::bigint[]) and c.id <> all ($1::bigint[]) and c.kind <> 'attestation') as parts`,
}

/** The artifact, and what belongs to it alone. It comes last. */
const deleteArtifact = {
  name: 'delete_artifact',
  text: `
    with recursive ${family},
    gone as (
      update artifact a set deleted_at = now(), deleted_by = $3 where a.id in (select id from f)
      returning a.id, a.repository_id, a.digest
    ), untagged as (
      delete from tag t using gone where t.artifact_id = gone.id returning t.repository_id, t.name, gone.id, gone.digest
    ), written as (
      insert into tag_event (repository_id, tag, action, from_digest, actor)
      select repository_id, name, 'delete', digest, $3 from untagged
    ), counted as (
      update repository r set artifact_count = artifact_count - (select count(*) from gone),
        tag_count = tag_count - (select count(*) from untagged), updated_at = now()
      where r.name = $1 and exists (select from gone)
    )
    select gone.id, gone.repository_id, gone.digest, r.project_id,
      array(select name from untagged where untagged.id = gone.id order by name) as tags,
      gone.digest = $2 and ${isPart('gone.repository_id', '$2')} as part
    from gone join repository r on r.id = gone.repository_id order by gone.digest = $2, gone.id`,
}

/** First, as every change of links does; see blobs.ts. */
const lockBlobs = {
  name: 'lock_blobs_of_repository',
  text: `
    select from blob where digest in (
      select l.digest from repository_blob l join repository r on r.id = l.repository_id where r.name = $1
    ) order by digest for no key update`,
}

const lockRepository = {
  name: 'lock_repository',
  text: `select id, project_id, ${tagRulesOf('repository.project_id')} as rules from repository where name = $1 for update`,
}

const listTags = {
  name: 'list_tags_to_delete',
  text: `
    select t.name as tag, a.digest as "from" from tag t join artifact a on a.id = t.artifact_id
    where t.repository_id = $1 and t.name > $2 order by t.name limit $3`,
}

/** Nothing brings a repository back: reclaim looks at its blobs as soon as possible, as at those of an artifact that has had its time. */
const deleteRows = {
  name: 'delete_repository',
  text: `
    with links as (
      select l.digest, b.size from repository_blob l join blob b on b.digest = l.digest where l.repository_id = $1
    ), looked_at as (
      insert into reclaim (digest, not_before) select digest, '-infinity' from links
      on conflict (digest) do update set not_before = excluded.not_before
    ), bytes as (
      select coalesce(sum(size), 0) as freed from links where not exists (
        select from repository_blob l join repository r on r.id = l.repository_id
        where l.digest = links.digest and r.project_id = $2 and r.id <> $1
      )
      union all
      select coalesce(sum(octet_length(manifest)), 0) from artifact where repository_id = $1
    ), charged as (
      insert into quota_delta (project_id, bytes) select $2, -sum(freed) from bytes having sum(freed) > 0
    ), counted as (
      update project set repo_count = repo_count - 1 where id = $2
    )
    delete from repository where id = $1`,
}

interface GoneArtifact {
  id: string
  repository_id: string
  project_id: number
  digest: Digest
  tags: string[]
  part: boolean
}

/** What deleting an artifact comes to. */
export interface DeletionPreview {
  /** Its tags, in byte order. */
  readonly tags: readonly string[]
  /** Ids of what is about it alone, and goes with it. */
  readonly accessories: readonly number[]
  /** Images that an index lists, and that stay. */
  readonly parts: number
  /** Bytes that nothing else in the project needs. */
  readonly frees: number
}

/**
 * What `deleteManifest` would do at this moment. Refuses what that refuses.
 * @returns undefined where there is no such artifact
 * @throws {UserError} ARTIFACT_REFERENCED, TAG_IMMUTABLE, TAG_PROTECTED
 */
export async function previewDeletion(
  db: Queryable,
  repository: RepositoryName,
  digest: Digest,
  actor: Actor,
): Promise<DeletionPreview | undefined> {
  const going = await db.query<GoneArtifact & Record<string, unknown>>(findGoing, [repository, digest])
  const root = going.at(-1)
  if (!root) return undefined
  await requireDeletion(db, await findTagRules(db, root.project_id), going, { repository, digest, actor })
  const [found] = await db.query<{ frees: number; parts: number }>(findConsequences, [
    going.map(({ id }) => id),
    root.project_id,
  ])
  const accessories = going.slice(0, -1).map(({ id }) => Number(id))
  return { tags: root.tags, accessories, parts: found?.parts ?? 0, frees: found?.frees ?? 0 }
}

/** What keeps an artifact, be it for one tag of what goes with it. */
async function requireDeletion(
  db: Queryable,
  rules: TagRules,
  going: readonly GoneArtifact[],
  { repository, digest, actor }: { repository: RepositoryName; digest: Digest; actor: Actor },
): Promise<void> {
  refusePart(going.at(-1)?.part === true, digest)
  const tags = going.flatMap((one) => one.tags.map((tag) => ({ tag, from: one.digest })))
  await requireTagChange(db, rules, { repository, actor, tags })
}

/**
 * Deletes an artifact with its tags, and what is about it alone: signatures, SBOMs, attestations, with what is about these. It can be
 * restored for a while.
 * @returns false where there was none
 * @throws {UserError} ARTIFACT_REFERENCED, TAG_IMMUTABLE, TAG_PROTECTED
 */
export async function deleteManifest(
  transaction: Transaction,
  repository: RepositoryName,
  digest: Digest,
  actor: Actor,
): Promise<boolean> {
  const [rules, gone] = await Promise.all([
    holdRepository(transaction, { name: repository }),
    transaction.query<GoneArtifact & Record<string, unknown>>(deleteArtifact, [repository, digest, authorOf(actor)]),
  ])
  const root = gone.at(-1)
  if (!root) return false
  await requireDeletion(transaction, rules, gone, { repository, digest, actor })
  await relist(
    transaction,
    gone.map(({ id }) => id),
  )
  endLeases(transaction, 'look-up')
  const place = { project_id: root.project_id, repository_id: Number(root.repository_id), repository }
  const tags = gone.flatMap(({ tags, digest }) =>
    tags.map((tag) => ({ payload: { ...place, tag, digest, with_artifact: true as const }, actor })),
  )
  if (tags.length > 0) await emitAll(transaction, 'tag.deleted', tags)
  const artifacts = gone.map(({ digest, tags }) => ({ payload: { ...place, digest, tags }, actor }))
  await emitAll(transaction, 'artifact.deleted', artifacts)
  return true
}

/**
 * Deletes a repository with all it holds. Blobs that nothing links any more are left to reclaim.
 * @returns false where there was none
 * @throws {UserError} TAG_IMMUTABLE, TAG_PROTECTED
 */
export async function deleteRepository(
  transaction: Transaction,
  repository: RepositoryName,
  actor: Actor,
): Promise<boolean> {
  await transaction.query(lockBlobs, [repository])
  const [row] = await transaction.query<{ id: string; project_id: number; rules: TagRules }>(lockRepository, [
    repository,
  ])
  if (!row) return false
  if (row.rules) await askForAll(transaction, row.id, row.rules, repository, actor)
  endLeases(transaction, 'pull')
  await transaction.query(deleteRows, [row.id, row.project_id])
  const place = { project_id: row.project_id, repository_id: Number(row.id), repository }
  await emit(transaction, 'repository.deleted', place, actor)
  return true
}

async function askForAll(
  transaction: Transaction,
  repositoryId: string,
  rules: TagRules,
  repository: RepositoryName,
  actor: Actor,
): Promise<void> {
  for (let last: string | undefined = ''; last !== undefined;) {
    const tags: { tag: string; from: string }[] = await transaction.query(listTags, [repositoryId, last, TAGS])
    await requireTagChange(transaction, rules, { repository, actor, tags })
    last = tags.length === TAGS ? tags.at(-1)?.tag : undefined
  }
}
