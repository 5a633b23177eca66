import type { Actor } from '@berth/contracts'
import { emit, emitAll, type Transaction } from '@berth/database'
import type { Digest, RepositoryName } from '@berth/oci'
import { withAccessories } from './accessories.js'
import { authorOf } from './author.js'
import { endLeases } from './lease.js'
import { holdRepository, relist } from './listed.js'
import { isPart, refusePart } from './rules/parts.js'
import { requireTagChange } from './rules/held-roles.js'
import { tagRulesOf, type TagRules } from './rules/tag-rules.js'

/** Tags that are looked at together. */
const TAGS = 1000

/** The artifact, and what belongs to it alone. It comes last. */
const deleteArtifact = {
  name: 'delete_artifact',
  text: `
    with recursive ${withAccessories('f', 'select a.* from artifact a join repository r on r.id = a.repository_id where r.name = $1 and a.digest = $2 and a.deleted_at is null')},
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
  refusePart(root.part, digest)
  const untagged = gone.flatMap((one) => one.tags.map((tag) => ({ tag, from: one.digest })))
  await requireTagChange(transaction, rules, { repository, actor, tags: untagged })
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
