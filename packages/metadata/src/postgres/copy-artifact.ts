import { type Actor, UserError } from '@berth/contracts'
import { emitAll, type Transaction } from '@berth/database'
import { type Digest, namesAccessory, type RepositoryName, type Tag } from '@berth/oci'
import { missingContent, someOf } from '../errors.js'
import { referrersOf } from './accessories.js'
import { authorOf } from './author.js'
import { holdRepository, relist } from './listed.js'
import { requireNoProxy } from './proxy/require-no-proxy.js'
import { ensureRepository, type RepositoryIds } from './repositories.js'
import { checkQuota } from './rules/quota.js'
import { requireTagChange } from './rules/held-roles.js'
import type { TagRules } from './rules/tag-rules.js'
import { holdTag, moveTag } from './tags.js'

/** The artifact, the parts of an index, and all that is about any of them. */
const findFamily = {
  name: 'find_family_to_copy',
  text: `
    with recursive family as (
      select a.id, a.repository_id, a.digest from artifact a join repository r on r.id = a.repository_id
      where r.name = $1 and a.digest = $2 and a.deleted_at is null
      union
      select next.id, next.repository_id, next.digest from family cross join lateral (
        select c.* from artifact_reference f
        join artifact c on c.repository_id = family.repository_id and c.digest = f.child_digest and c.deleted_at is null
        where f.parent_id = family.id
        union all
        ${referrersOf('family')}
      ) next
    )
    select family.id, family.digest, family.digest = $2 as root,
      array(select t.name from tag t where t.artifact_id = family.id order by t.name) as tags
    from family order by family.digest = $2, family.id`,
}

/** First, as every change of links does; see blobs.ts. */
const lockBlobs = {
  name: 'lock_blobs_to_copy',
  text: `
    select b.digest from blob b where b.missing_since is null and b.digest in (
      select u.digest from artifact_blob u join artifact a on a.id = u.artifact_id
      join repository_blob l on l.repository_id = a.repository_id and l.digest = u.digest
      where u.artifact_id = any ($1::bigint[])
    ) order by b.digest for no key update of b`,
}

/**
 * A proxy cache has manifests before it has what they name, and of an index only the parts that somebody pulled: what is copied out of it
 * is to be whole, for there nothing brings the rest.
 */
const findMissing = {
  name: 'find_content_missing_to_copy',
  text: `
    with source as (
      select a.id, a.repository_id, p.registry_id is not null as cached from artifact a
      join repository r on r.id = a.repository_id join project p on p.id = r.project_id where a.id = any ($1::bigint[])
    )
    select b.digest, s.cached from source s join artifact_blob b on b.artifact_id = s.id
    where (b.held or s.cached) and b.digest <> all ($2::text[])
    union
    select f.child_digest, true from source s join artifact_reference f on f.parent_id = s.id
    where s.cached and not exists (
      select from artifact c where c.repository_id = s.repository_id and c.digest = f.child_digest and c.deleted_at is null
    )
    order by digest`,
}

/** Charges the project for what none of its repositories had. */
const linkBlobs = {
  name: 'link_blobs_of_copy',
  text: `
    with wanted as (
      select digest, size from blob where digest = any ($3::text[]) order by digest
    ), fresh as (
      select size from wanted where not exists (
        select from repository_blob l join repository r on r.id = l.repository_id
        where l.digest = wanted.digest and r.project_id = $2)
    ), linked as (
      insert into repository_blob (repository_id, digest) select $1, digest from wanted
      on conflict (repository_id, digest) do update set linked_at = now()
    ), looked_at as (
      insert into reclaim (digest, not_before) select digest, now() from wanted
      on conflict (digest) do update set not_before = now()
    )
    insert into quota_delta (project_id, bytes) select $2, sum(size) from fresh having sum(size) > 0`,
}

/** Those that were not there, or were deleted. */
const insertArtifacts = {
  name: 'insert_copied_artifacts',
  text: `
    with appeared as (
      insert into artifact as t (repository_id, digest, kind, media_type, artifact_type, config_media_type, subject_digest, manifest,
        total_size, platform, config, annotations, pushed_by, is_listed, is_tagged, is_accessory)
      select $1, s.digest, s.kind, s.media_type, s.artifact_type, s.config_media_type, s.subject_digest, s.manifest,
        s.total_size, s.platform, s.config, s.annotations, $3, false, false, false
      from artifact s where s.id = any ($2::bigint[]) order by s.digest
      on conflict (repository_id, digest)
      do update set deleted_at = null, deleted_by = null, pushed_at = now(), pushed_by = excluded.pushed_by, is_accessory = false
        where t.deleted_at is not null
      returning t.id, t.digest, t.kind, t.media_type, t.artifact_type, octet_length(t.manifest) as bytes, xmax = 0 as fresh
    ), of_source as (
      select appeared.id, s.id as source from appeared join artifact s on s.id = any ($2::bigint[]) and s.digest = appeared.digest
      where appeared.fresh
    ), blobs as (
      insert into artifact_blob (artifact_id, digest, held)
      select o.id, u.digest, u.held from of_source o join artifact_blob u on u.artifact_id = o.source
    ), parts as (
      insert into artifact_reference (parent_id, repository_id, position, child_digest, platform, annotations)
      select o.id, $1, f.position, f.child_digest, f.platform, f.annotations
      from of_source o join artifact_reference f on f.parent_id = o.source
    ), unlabelled as (
      delete from artifact_label b using appeared where b.artifact_id = appeared.id and not appeared.fresh
    ), charged as (
      insert into quota_delta (project_id, bytes) select $4, sum(bytes) from appeared where fresh having sum(bytes) > 0
    ), counted as (
      update repository set artifact_count = artifact_count + (select count(*) from appeared), updated_at = now() where id = $1
    )
    select digest, kind, media_type, artifact_type from appeared`,
}

/** Those of the copies, where their project has these labels, too: what was there before keeps its own. */
const copyLabels = {
  name: 'copy_labels_of_artifacts',
  text: `
    insert into artifact_label (artifact_id, label_id)
    select a.id, l.id from artifact s join artifact_label b on b.artifact_id = s.id
    join label l on l.id = b.label_id and (l.project_id is null or l.project_id = $4)
    join artifact a on a.repository_id = $2 and a.digest = s.digest
    where s.id = any ($1::bigint[]) and a.digest = any ($3::text[])
    order by a.id, l.id for key share of l
    on conflict do nothing`,
}

const findCopies = {
  name: 'find_copied_artifacts',
  text: `select id, digest, total_size, kind, media_type, artifact_type from artifact where repository_id = $1 and digest = any ($2::text[])`,
}

interface Member {
  readonly id: string
  readonly digest: Digest
  readonly root: boolean
  readonly tags: readonly Tag[]
}

interface Described {
  readonly digest: Digest
  readonly kind: string
  readonly media_type: string
  readonly artifact_type: string | null
}

export interface ArtifactCopy {
  readonly from: RepositoryName
  readonly digest: Digest
  /** May be new. */
  readonly to: RepositoryName
  /** The tag that the copy is to have, whatever it names there; absent: those of the artifact that name nothing there. */
  readonly tag?: Tag
  readonly actor: Actor
}

/**
 * Copies an artifact into another repository with the parts of an index and all that is about it, at every depth. No bytes move.
 * @returns false where there is no such artifact
 * @throws {UserError} CACHE_INCOMPLETE, PROXY_CACHE_ONLY, QUOTA_EXCEEDED, TAG_IMMUTABLE, TAG_PROTECTED @throws {DistributionError} NAME_UNKNOWN, MANIFEST_BLOB_UNKNOWN
 */
export async function copyArtifact(transaction: Transaction, copy: ArtifactCopy): Promise<boolean> {
  const family = await transaction.query<Member & Record<string, unknown>>(findFamily, [copy.from, copy.digest])
  if (family.length === 0) return false
  await requireNoProxy(transaction, copy.to)
  const target = await ensureRepository(transaction, copy.to)
  const ids = family.map(({ id }) => id)
  const digests = (await transaction.query<{ digest: Digest }>(lockBlobs, [ids])).map((row) => row.digest)
  requireWhole(copy, await transaction.query<Missing & Record<string, unknown>>(findMissing, [ids, digests]))
  const rules = await holdRepository(transaction, { id: target.id })
  await transaction.query(linkBlobs, [target.id, target.projectId, digests])
  const values = [target.id, ids, authorOf(copy.actor), target.projectId]
  const appeared = await transaction.query<Described & Record<string, unknown>>(insertArtifacts, values)
  await transaction.query(copyLabels, [ids, target.id, appeared.map(({ digest }) => digest), target.projectId])
  await checkQuota(transaction, target.projectId)
  await tagCopies(transaction, copy, { target, rules, family, appeared: new Set(appeared.map(({ digest }) => digest)) })
  return true
}

interface Missing {
  readonly digest: Digest
  /** A pull through the cache brings it. */
  readonly cached: boolean
}

/** @throws {UserError} CACHE_INCOMPLETE @throws {DistributionError} MANIFEST_BLOB_UNKNOWN */
function requireWhole({ from, digest }: ArtifactCopy, missing: readonly Missing[]): void {
  if (missing.length === 0) return
  const digests = missing.map((one) => one.digest)
  if (!missing.some(({ cached }) => cached)) throw missingContent(digests)
  throw new UserError('CACHE_INCOMPLETE', { reference: `${from}@${digest}`, missing: someOf(digests) })
}

interface Copied {
  readonly target: RepositoryIds
  readonly rules: TagRules
  readonly family: readonly Member[]
  readonly appeared: ReadonlySet<Digest>
}

async function tagCopies(transaction: Transaction, copy: ArtifactCopy, copied: Copied): Promise<void> {
  const { target, rules, family, appeared } = copied
  const place = { project_id: target.projectId, repository_id: Number(target.id), repository: copy.to }
  const rows = await transaction.query<{ id: string; total_size: string } & Described & Record<string, unknown>>(
    findCopies,
    [target.id, family.map(({ digest }) => digest)],
  )
  const byDigest = new Map(rows.map((row) => [row.digest, row]))
  const touched = new Set(rows.map(({ id }) => id))
  const events = []
  for (const { digest, root, tags } of family) {
    const row = byDigest.get(digest)
    if (!row) continue
    const wanted = root ? (copy.tag === undefined ? tags : [copy.tag]) : tags.filter(namesAccessory)
    const given: Tag[] = []
    const replaced: Record<string, string> = {}
    for (const tag of wanted) {
      const held = await holdTag(transaction, target.id, tag)
      if (held.digest !== undefined && held.digest !== digest) {
        if (tag !== copy.tag) continue
        const tags = [{ tag, from: held.digest, to: digest }]
        await requireTagChange(transaction, rules, { repository: copy.to, actor: copy.actor, tags })
        replaced[tag] = held.digest
        if (held.artifactId !== undefined) touched.add(held.artifactId)
      }
      await moveTag(transaction, held, { id: row.id, digest, size: Number(row.total_size) }, copy.actor)
      given.push(tag)
    }
    const { kind, media_type, artifact_type } = row
    const created = appeared.has(digest)
    if (root || created || given.length > 0)
      events.push({
        payload: { ...place, digest, media_type, artifact_type, kind, created, tags: given, replaced },
        actor: copy.actor,
      })
  }
  await relist(transaction, [...touched])
  await emitAll(transaction, 'artifact.pushed', events)
}
