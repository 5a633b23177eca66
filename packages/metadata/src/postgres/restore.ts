import type { Actor } from '@berth/contracts'
import { emit, type Queryable, type Transaction } from '@berth/database'
import { accessoryTagsOf, namesAccessory, tagSortKey, type Digest, type RepositoryName, type Tag } from '@berth/oci'
import { authorOf } from './author.js'
import { holdRepository, relist } from './listed.js'
import { requireNoProxy } from './proxy/require-no-proxy.js'

export type RestoreOutcome =
  | {
      readonly outcome: 'restored'
      readonly digest: Digest
      /** Those that are back. */
      readonly tags: readonly Tag[]
      /** Those that name something else by now, and stay there. */
      readonly takenTags: readonly Tag[]
      /** Children of an index that the repository no longer holds, or never did. */
      readonly missing: readonly Digest[]
    }
  /** Never deleted, back already, or its time is over. */
  | { readonly outcome: 'gone' }
  /** The tag names something by now. */
  | { readonly outcome: 'taken' }
  /** Blobs that it needs were deleted one by one. Nothing has changed. */
  | { readonly outcome: 'incomplete'; readonly missing: readonly Digest[] }

interface Place {
  readonly repositoryId: string
  readonly projectId: number
  readonly repository: RepositoryName
  readonly actor: Actor
}

interface Locked {
  readonly id: string
  readonly digest: Digest
  readonly media_type: string
  readonly deleted: boolean
}

const findArtifact = {
  name: 'find_deleted_artifact',
  text: `
    select r.id as repository_id, r.project_id from repository r join artifact a on a.repository_id = r.id
    where r.name = $1 and a.digest = $2 and a.deleted_at > now() - make_interval(secs => $3)`,
}

/** What became of a tag last. By id: of two events of one tag, the later one has the higher. */
const findTag = {
  name: 'find_deleted_tag',
  text: `
    select r.id as repository_id, r.project_id, e.from_digest as digest,
      exists (select from tag t where t.repository_id = r.id and t.name = $2) as taken,
      e.action = 'delete' and e.at > now() - make_interval(secs => $3) as in_time
    from repository r cross join lateral (
      select action, from_digest, at from tag_event where repository_id = r.id and tag = $2 order by id desc limit 1
    ) e
    where r.name = $1`,
}

/**
 * The artifact, and where it is deleted the deleted manifests below it, and what went together with either because it belongs to it. A list
 * of referrers needs none of these: one that was deleted by itself stays so.
 */
const findFamily = {
  name: 'find_deleted_family',
  text: `
    with recursive family as (
      select id, digest, deleted_at, is_accessory from artifact where repository_id = $1 and digest = $2
      union
      select next.id, next.digest, next.deleted_at, next.is_accessory from family p cross join lateral (
        select c.* from artifact_reference f join artifact c on c.repository_id = $1 and c.digest = f.child_digest
        where f.parent_id = p.id and (c.deleted_at = p.deleted_at or not (p.is_accessory and c.subject_digest is not null))
        union all
        select s.* from artifact s where s.repository_id = $1 and s.subject_digest = p.digest and s.deleted_at = p.deleted_at
        union all
        select s.* from tag_event e join artifact s on s.repository_id = $1 and s.digest = e.from_digest
        where e.repository_id = $1 and e.tag = any (${accessoryTagsOf('p.digest')})
          and s.deleted_at = p.deleted_at
      ) next
      where p.deleted_at is not null and next.deleted_at is not null
    )
    select id from family`,
}

/** As a push does, and before the artifacts as there. */
const lockLinks = {
  name: 'lock_links_of_artifacts',
  text: `
    select from repository_blob where repository_id = $1 and digest in (
      select digest from artifact_blob where artifact_id = any ($2::bigint[])
    ) order by digest for key share`,
}

/** Purging passes over what is locked, and what it was faster with is not among these. */
const lockArtifacts = {
  name: 'lock_artifacts_to_restore',
  text: `
    select id, digest, media_type, deleted_at is not null as deleted from artifact where id = any ($1::bigint[])
    order by id for no key update`,
}

const findMissingBlobs = {
  name: 'find_missing_blobs',
  text: `
    select distinct u.digest from artifact_blob u
    where u.artifact_id = any ($2::bigint[]) and u.held and not exists (
      select from repository_blob l where l.repository_id = $1 and l.digest = u.digest
    )
    order by u.digest`,
}

/** An artifact and its tags go in one transaction, so at one moment. */
const findLostTags = {
  name: 'find_lost_tags',
  text: `
    select e.tag from artifact a join tag_event e on e.repository_id = a.repository_id and e.at = a.deleted_at
    where a.id = $1 and e.action = 'delete' and e.from_digest = a.digest
    order by e.tag`,
}

/**
 * A tag that comes back was pushed when it was pushed: its history says when, the row has gone. Where it does not, as its artifact was:
 * to take it for new would keep it, and let go of others, by every rule of retention.
 */
const insertTags = {
  name: 'restore_tags',
  text: `
    with restored as (
      insert into tag (repository_id, name, sort_key, artifact_id, size, pushed_at)
      select $1, lost.name, lost.sort_key, a.id, a.total_size, coalesce(
        (select max(e.at) from tag_event e where e.repository_id = $1 and e.tag = lost.name and e.to_digest = $3
          and e.action in ('push', 'move')),
        a.pushed_at)
      from unnest($4::text[], $5::text[]) as lost (name, sort_key) join artifact a on a.id = $2
      on conflict (repository_id, name) do nothing
      returning name
    ), counted as (
      update repository set tag_count = tag_count + (select count(*) from restored) where id = $1
    ), written as (
      insert into tag_event (repository_id, tag, action, to_digest, actor) select $1, name, 'restore', $3, $6 from restored
    )
    select name from restored`,
}

const revive = {
  name: 'restore_artifacts',
  text: 'update artifact set deleted_at = null, deleted_by = null where id = any ($1::bigint[])',
}

const count = {
  name: 'count_restored',
  text: 'update repository set artifact_count = artifact_count + $2, updated_at = now() where id = $1',
}

const findMissingChildren = {
  name: 'find_missing_children',
  text: `
    select distinct f.child_digest as digest from artifact_reference f
    where f.parent_id = any ($2::bigint[]) and not exists (
      select from artifact c where c.repository_id = $1 and c.digest = f.child_digest and c.deleted_at is null
    )
    order by f.child_digest`,
}

/**
 * Brings back an artifact that was deleted less than `graceSeconds` ago, the deleted manifests that an index of it needs, and those of
 * the tags it lost with its deletion whose names are still free.
 * @throws {UserError} PROXY_CACHE_ONLY
 */
export async function restoreArtifact(
  transaction: Transaction,
  repository: RepositoryName,
  digest: Digest,
  actor: Actor,
  graceSeconds: number,
): Promise<RestoreOutcome> {
  await requireNoProxy(transaction, repository)
  const [found] = await transaction.query<{ repository_id: string; project_id: number }>(findArtifact, [
    repository,
    digest,
    graceSeconds,
  ])
  if (!found) return { outcome: 'gone' }
  const place = { repositoryId: found.repository_id, projectId: found.project_id, repository, actor }
  return restoreDeleted(transaction, place, digest)
}

/**
 * Brings back a tag that was deleted less than `graceSeconds` ago; its artifact too, where that was deleted as well.
 * @throws {UserError} PROXY_CACHE_ONLY
 */
export async function restoreTag(
  transaction: Transaction,
  repository: RepositoryName,
  tag: Tag,
  actor: Actor,
  graceSeconds: number,
): Promise<RestoreOutcome> {
  await requireNoProxy(transaction, repository)
  const [found] = await transaction.query<{
    repository_id: string
    project_id: number
    digest: Digest
    taken: boolean
    in_time: boolean
  }>(findTag, [repository, tag, graceSeconds])
  if (found?.taken) return { outcome: 'taken' }
  if (!found?.in_time) return { outcome: 'gone' }
  const place = { repositoryId: found.repository_id, projectId: found.project_id, repository, actor }
  return restoreDeleted(transaction, place, found.digest, [tag])
}

/** @param wanted the tags to bring back; absent, those that were lost with the artifact */
export async function restoreDeleted(
  transaction: Queryable,
  place: Place,
  digest: Digest,
  wanted?: readonly Tag[],
): Promise<RestoreOutcome> {
  const { repositoryId } = place
  await holdRepository(transaction, { id: repositoryId })
  const family = await transaction.query<{ id: string }>(findFamily, [repositoryId, digest])
  const ids = family.map((member) => member.id)
  await transaction.query(lockLinks, [repositoryId, ids])
  const locked = await transaction.query<Locked>(lockArtifacts, [ids])
  const root = locked.find((artifact) => artifact.digest === digest)
  if (!root || (wanted === undefined && !root.deleted)) return { outcome: 'gone' }

  const deleted = root.deleted ? locked.filter((artifact) => artifact.deleted) : []
  const deletedIds = deleted.map((artifact) => artifact.id)
  const blobs = await transaction.query<{ digest: Digest }>(findMissingBlobs, [repositoryId, deletedIds])
  if (blobs.length > 0) return { outcome: 'incomplete', missing: blobs.map((blob) => blob.digest) }

  const names = wanted ?? (await lostTags(transaction, root.id))
  const tags = await restoreTags(transaction, place, root, names)
  if (wanted !== undefined && tags.length < wanted.length) return { outcome: 'taken' }

  const back = new Map([[root.digest, tags]])
  for (const artifact of deleted)
    if (artifact !== root) back.set(artifact.digest, await restoreAccessoryTags(transaction, place, artifact))

  await transaction.query(revive, [deletedIds])
  await emitRestored(transaction, place, root, deleted, back)
  await transaction.query(count, [repositoryId, deleted.length])
  await relist(transaction, [root.id, ...deletedIds])
  const children = await transaction.query<{ digest: Digest }>(findMissingChildren, [repositoryId, deletedIds])
  return {
    outcome: 'restored',
    digest,
    tags,
    takenTags: names.filter((name) => !tags.includes(name)),
    missing: children.map((child) => child.digest),
  }
}

async function lostTags(transaction: Queryable, artifactId: string): Promise<Tag[]> {
  return (await transaction.query<{ tag: Tag }>(findLostTags, [artifactId])).map((row) => row.tag)
}

/** What is attached by a tag belongs to its artifact again. */
async function restoreAccessoryTags(transaction: Queryable, place: Place, artifact: Locked): Promise<Tag[]> {
  return restoreTags(transaction, place, artifact, (await lostTags(transaction, artifact.id)).filter(namesAccessory))
}

/** @returns those whose names were free, in byte order as they were given */
async function restoreTags(transaction: Queryable, place: Place, root: Locked, tags: readonly Tag[]): Promise<Tag[]> {
  if (tags.length === 0) return []
  const rows = await transaction.query<{ name: Tag }>(insertTags, [
    place.repositoryId,
    root.id,
    root.digest,
    tags,
    tags.map(tagSortKey),
    authorOf(place.actor),
  ])
  return rows.map((row) => row.name)
}

async function emitRestored(
  transaction: Queryable,
  { repositoryId, projectId, repository, actor }: Place,
  root: Locked,
  restored: readonly Locked[],
  tags: ReadonlyMap<Digest, readonly Tag[]>,
): Promise<void> {
  const place = { project_id: projectId, repository_id: Number(repositoryId), repository }
  for (const artifact of restored) {
    const { digest, media_type } = artifact
    const back = [...(tags.get(digest) ?? [])]
    await emit(transaction, 'artifact.restored', { ...place, digest, media_type, tags: back }, actor)
  }
  if (!root.deleted)
    for (const tag of tags.get(root.digest) ?? [])
      await emit(transaction, 'tag.restored', { ...place, tag, digest: root.digest }, actor)
}
