import type { Actor } from '@berth/contracts'
import { emit, type Queryable, storable, type Transaction } from '@berth/database'
import { DistributionError, tagSortKey, type Digest, type RepositoryName, type Tag } from '@berth/oci'
import type { Page } from '../registry-metadata.js'
import { authorOf } from './author.js'
import { endLeases } from './lease.js'
import { holdRepository, relist } from './listed.js'
import { requireNoProxy } from './proxy/require-no-proxy.js'
import { joinedNames, splitNames } from './names.js'
import { requireTagChange } from './rules/held-roles.js'

const list = {
  name: 'list_tags',
  text: `
    select ${joinedNames('select t.name from tag t where t.repository_id = r.id and t.name > $2 order by t.name limit $3')} as tags
    from repository r where r.name = $1`,
}

const lockTag = {
  name: 'lock_tag',
  text: `
    select a.digest, t.artifact_id from tag t join artifact a on a.id = t.artifact_id
    where t.repository_id = $1 and t.name = $2 for update of t`,
}

/** Points the tag at an artifact, and writes its history where that is news. */
const move = {
  name: 'move_tag',
  text: `
    with moved as (
      insert into tag (repository_id, name, sort_key, artifact_id, size) values ($1, $2, $3, $4, $8)
      on conflict (repository_id, name)
      do update set artifact_id = excluded.artifact_id, size = excluded.size, pushed_at = now()
      returning xmax = 0 as fresh
    ), counted as (
      update repository set tag_count = tag_count + 1 from moved where id = $1 and fresh
    ), written as (
      insert into tag_event (repository_id, tag, action, from_digest, to_digest, actor)
      select $1, $2, case when $5::text is null then 'push' else 'move' end, $5, $6, $7
      where $5::text is distinct from $6
    )
    select fresh from moved`,
}

const add = {
  name: 'add_tag',
  text: `
    with added as (
      insert into tag (repository_id, name, sort_key, artifact_id, size)
      select $1, $2, $3, id, total_size from artifact where id = $4
      on conflict (repository_id, name) do nothing
      returning repository_id, name
    ), counted as (
      update repository set tag_count = tag_count + 1 from added where id = added.repository_id
    ), written as (
      insert into tag_event (repository_id, tag, action, to_digest, actor) select repository_id, name, 'push', $5, $6 from added
    )
    select name from added`,
}

/** Of a tag that the repository does not have: where another push brings it at the same time, the index of names refuses this one. */
const bring = {
  name: 'bring_tag',
  text: `
    with brought as (
      insert into tag (repository_id, name, sort_key, artifact_id, size) values ($1, $2, $3, $4, $7)
    )
    insert into tag_event (repository_id, tag, action, to_digest, actor) values ($1, $2, 'push', $5, $6)`,
}

/** The constraint by which a repository has a tag once. */
export const ONE_TAG = 'tag_repository_id_name_key'

const findLive = {
  name: 'find_live_artifact',
  text: `
    select a.id, r.id as repository_id, r.project_id, a.media_type
    from repository r join artifact a on a.repository_id = r.id
    where r.name = $1 and a.digest = $2 and a.deleted_at is null
    for no key update of a`,
}

const remove = {
  name: 'delete_tag',
  text: `
    with gone as (
      delete from tag t using repository r, artifact a
      where r.name = $1 and t.repository_id = r.id and t.name = $2 and a.id = t.artifact_id
        and ($4::text is null or a.digest = $4)
      returning r.id, r.project_id, a.digest, a.id as artifact_id
    ), written as (
      insert into tag_event (repository_id, tag, action, from_digest, actor) select id, $2, 'delete', digest, $3 from gone
    ), touched as (
      update repository set tag_count = tag_count - 1, updated_at = now() from gone where repository.id = gone.id
    )
    select id, project_id, digest, artifact_id from gone`,
}

/** @throws {DistributionError} NAME_UNKNOWN */
export async function listTags(
  db: Queryable,
  repository: RepositoryName,
  { limit, last = '' }: Page,
): Promise<string[]> {
  const [row] = await db.query<{ tags: string }>(list, [repository, storable(last), limit])
  if (!row) throw new DistributionError('NAME_UNKNOWN', undefined, { detail: { name: repository } })
  return splitNames(row.tags)
}

/** A tag that a transaction holds, or that is not there. */
export interface HeldTag {
  readonly repositoryId: string
  readonly tag: Tag
  /** What it points at. */
  readonly digest: Digest | undefined
  readonly artifactId: string | undefined
}

/** Part of a transaction that holds the repository and the artifact. */
export async function holdTag(transaction: Transaction, repositoryId: string, tag: Tag): Promise<HeldTag> {
  const [before] = await transaction.query<{ digest: Digest; artifact_id: string }>(lockTag, [repositoryId, tag])
  return { repositoryId, tag, digest: before?.digest, artifactId: before?.artifact_id }
}

export async function moveTag(
  transaction: Transaction,
  { repositoryId, tag, digest }: HeldTag,
  artifact: { readonly id: string; readonly digest: Digest; readonly size: number },
  actor: Actor,
): Promise<void> {
  const [moved] = await transaction.query<{ fresh: boolean }>(move, [
    repositoryId,
    tag,
    tagSortKey(tag),
    artifact.id,
    digest ?? null,
    artifact.digest,
    authorOf(actor),
    artifact.size,
  ])
  // Another push may have brought the tag since it was looked for.
  if (!moved?.fresh && digest !== artifact.digest) endLeases(transaction, 'look-up')
}

/** Part of a transaction that counts the tag itself. Fails by {@link ONE_TAG} where the tag has come meanwhile. */
export async function bringTag(
  transaction: Queryable,
  { repositoryId, tag }: HeldTag,
  artifact: { readonly id: string; readonly digest: Digest; readonly size: number },
  actor: Actor,
): Promise<void> {
  const { id, digest, size } = artifact
  await transaction.query(bring, [repositoryId, tag, tagSortKey(tag), id, digest, authorOf(actor), size])
}

/** Gives an artifact a tag that the repository does not have yet. Of two at once, one finds it taken. @throws {UserError} PROXY_CACHE_ONLY */
export async function createTag(
  transaction: Transaction,
  repository: RepositoryName,
  digest: Digest,
  tag: Tag,
  actor: Actor,
): Promise<'created' | 'taken' | 'no artifact'> {
  await requireNoProxy(transaction, repository)
  const [, [row]] = await Promise.all([
    holdRepository(transaction, { name: repository }),
    transaction.query<{ id: string; repository_id: string; project_id: number; media_type: string }>(findLive, [
      repository,
      digest,
    ]),
  ])
  if (!row) return 'no artifact'
  const values = [row.repository_id, tag, tagSortKey(tag), row.id, digest, authorOf(actor)]
  if ((await transaction.query(add, values)).length === 0) return 'taken'
  await relist(transaction, [row.id])
  const place = { project_id: row.project_id, repository_id: Number(row.repository_id), repository }
  await emit(transaction, 'tag.created', { ...place, digest, media_type: row.media_type, tag }, actor)
  return 'created'
}

/**
 * @param digest what it has to name to be deleted; absent, whatever it names
 * @returns false where there was none
 * @throws {UserError} TAG_IMMUTABLE, TAG_PROTECTED
 */
export async function deleteTag(
  transaction: Transaction,
  repository: RepositoryName,
  tag: Tag,
  actor: Actor,
  digest?: Digest,
): Promise<boolean> {
  const [rules, [gone]] = await Promise.all([
    holdRepository(transaction, { name: repository }),
    transaction.query<{ id: string; project_id: number; digest: string; artifact_id: string }>(remove, [
      repository,
      tag,
      authorOf(actor),
      digest,
    ]),
  ])
  if (!gone) return false
  await requireTagChange(transaction, rules, { repository, actor, tags: [{ tag, from: gone.digest }] })
  await relist(transaction, [gone.artifact_id])
  endLeases(transaction, 'look-up')
  const place = { project_id: gone.project_id, repository_id: Number(gone.id), repository }
  await emit(transaction, 'tag.deleted', { ...place, tag, digest: gone.digest }, actor)
  return true
}
