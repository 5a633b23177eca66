import type { Actor } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { tagSortKey, type Digest, type RepositoryName, type Tag } from '@berth/oci'
import { authorOf } from './author.js'
import { endLeases } from './lease.js'
import { holdRepository, relist } from './listed.js'
import { requireNoProxy } from './proxy/require-no-proxy.js'
import { restoreDeleted, type RestoreOutcome } from './restore.js'
import { requireTagChange } from './rules/held-roles.js'

const findEvent = {
  name: 'find_tag_event',
  text: `
    select r.id as repository_id, r.project_id, e.from_digest as digest, e.at
    from repository r join tag_event e on e.repository_id = r.id
    where r.name = $1 and e.tag = $2 and e.id = $3 and e.from_digest is not null`,
}

/** What the tag named then, as far as it can still be had. */
const findContent = {
  name: 'find_content_of_tag_event',
  text: `
    select id, deleted_at is not null as deleted from artifact
    where repository_id = $1 and digest = $2 and (deleted_at is null or deleted_at > now() - make_interval(secs => $3))`,
}

const findNamed = {
  name: 'find_named_by_tag',
  text: `
    select a.digest, a.id from tag t join artifact a on a.id = t.artifact_id
    where t.repository_id = $1 and t.name = $2 for update of t`,
}

/** It was pushed when it was pushed: the history says when. */
const moveBack = {
  name: 'move_tag_back',
  text: `
    with moved as (
      insert into tag (repository_id, name, sort_key, artifact_id, size, pushed_at)
      select $1, $2::text, $3, a.id, a.total_size, coalesce(
        (select max(e.at) from tag_event e where e.repository_id = $1 and e.tag = $2::text and e.to_digest = a.digest
          and e.action in ('push', 'move')), now())
      from artifact a where a.id = $4
      on conflict (repository_id, name)
      do update set artifact_id = excluded.artifact_id, size = excluded.size, pushed_at = excluded.pushed_at
      returning xmax = 0 as fresh
    ), written as (
      insert into tag_event (repository_id, tag, action, from_digest, to_digest, actor) values ($1, $2::text, 'restore', $5, $6, $7)
    )
    update repository set tag_count = tag_count + (select count(*) from moved where fresh), updated_at = now() where id = $1`,
}

export type TakenBack =
  | Exclude<RestoreOutcome, { readonly outcome: 'gone' }>
  /** There is no such entry, or the tag named nothing before it. */
  | { readonly outcome: 'nothing' }
  /** What the tag named until then is there no more. */
  | { readonly outcome: 'gone'; readonly digest: Digest; readonly until: Date }

/**
 * Points a tag at what it named before an entry of its history; what was deleted since less than `graceSeconds` ago comes back for it.
 * @throws {UserError} PROXY_CACHE_ONLY, TAG_IMMUTABLE, TAG_PROTECTED
 */
export async function takeTagBack(
  transaction: Transaction,
  repository: RepositoryName,
  tag: Tag,
  event: number,
  actor: Actor,
  graceSeconds: number,
): Promise<TakenBack> {
  await requireNoProxy(transaction, repository)
  const [found] = await transaction.query<{ repository_id: string; project_id: number; digest: Digest; at: Date }>(
    findEvent,
    [repository, tag, event],
  )
  if (!found) return { outcome: 'nothing' }
  const { repository_id: repositoryId, project_id: projectId, digest, at } = found
  const rules = await holdRepository(transaction, { id: repositoryId })
  const [content] = await transaction.query<{ id: string; deleted: boolean }>(findContent, [
    repositoryId,
    digest,
    graceSeconds,
  ])
  if (!content) return { outcome: 'gone', digest, until: at }
  const restored = content.deleted
    ? await restoreDeleted(transaction, { repositoryId, projectId, repository, actor }, digest, [])
    : undefined
  if (restored?.outcome === 'gone') return { outcome: 'gone', digest, until: at }
  if (restored && restored.outcome !== 'restored') return restored
  const [named] = await transaction.query<{ digest: Digest; id: string }>(findNamed, [repositoryId, tag])
  if (named?.digest !== digest) {
    if (named)
      await requireTagChange(transaction, rules, { repository, actor, tags: [{ tag, from: named.digest, to: digest }] })
    const values = [repositoryId, tag, tagSortKey(tag), content.id, named?.digest ?? null, digest, authorOf(actor)]
    await transaction.query(moveBack, values)
    await relist(transaction, [content.id, ...(named ? [named.id] : [])])
    endLeases(transaction, 'look-up')
    const place = { project_id: projectId, repository_id: Number(repositoryId), repository }
    await emit(transaction, 'tag.restored', { ...place, tag, digest }, actor)
  }
  return { outcome: 'restored', digest, tags: [tag], takenTags: [], missing: restored?.missing ?? [] }
}
