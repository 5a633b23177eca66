import { emit, readDatabaseFailure, type Database, type Queryable, storable } from '@berth/database'
import type { Digest, Tag } from '@berth/oci'
import { missingContent, requireSize } from '../errors.js'
import type { ManifestPush } from '../registry-metadata.js'
import { authorOf } from './author.js'
import { holdRepository, holdRepositoryIfKnown, relist } from './listed.js'
import { ensureRepository, type RepositoryIds } from './repositories.js'
import { findPassedLimit, refuseOver } from './rules/quota.js'
import { askTagRules } from './rules/tag-rules.js'
import { bringTag, holdTag, moveTag, ONE_TAG } from './tags.js'

/** Held until the end, so that reclaim cannot unlink them under the manifest. */
const lockLinks = {
  name: 'lock_links',
  text: `
    select l.digest, b.size from (select distinct digest from unnest($2::text[]) as w (digest) order by digest) w
    cross join lateral (
      select digest from repository_blob where repository_id = $1 and digest = w.digest for key share
    ) l
    join blob b on b.digest = l.digest and b.missing_since is null`,
}

/**
 * Held until the end, so that nobody takes them for unreachable before the index is there. One that has just been deleted may have been
 * there when the client asked for it: even where children may be missing, the client is told.
 */
const findChildren = {
  name: 'find_children',
  text: `
    select digest, total_size, deleted_at is not null as deleted from artifact
    where id = any (array(
      select a.id from unnest($2::text[]) as w (digest)
      cross join lateral (select id from artifact where repository_id = $1 and digest = w.digest limit 1) a
    )) and (deleted_at is null or deleted_at > now() - interval '1 hour')
    order by id for key share`,
}

const lockArtifact = {
  name: 'lock_artifact',
  text: 'select id, deleted_at, total_size from artifact where repository_id = $1 and digest = $2 for no key update',
}

const revive = {
  name: 'revive_artifact',
  text: 'update artifact set deleted_at = null, deleted_by = null, pushed_at = now(), pushed_by = $2 where id = $1',
}

const insert = {
  name: 'insert_artifact',
  text: `
    insert into artifact (repository_id, digest, kind, media_type, artifact_type, config_media_type, subject_digest,
      manifest, total_size, platform, config, annotations, pushed_by, is_listed, is_tagged)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (repository_id, digest) do nothing
    returning id`,
}

const insertBlobs = {
  name: 'insert_artifact_blobs',
  text: 'insert into artifact_blob (artifact_id, digest, held) select $1, unnest($2::text[]), unnest($3::boolean[])',
}

const insertChildren = {
  name: 'insert_artifact_references',
  text: `
    insert into artifact_reference (parent_id, repository_id, position, child_digest, platform, annotations)
    select $1, $3, position, digest, platform, annotations
    from rows from (
      jsonb_to_recordset($2) as (digest text, platform jsonb, annotations jsonb)
    ) with ordinality as child (digest, platform, annotations, position)`,
}

const count = {
  name: 'count_artifacts',
  text: `
    update repository set artifact_count = artifact_count + $2, listed_count = listed_count + $3, tag_count = tag_count + $4,
      updated_at = now()
    where id = $1`,
}

const charge = { name: 'charge', text: 'insert into quota_delta (project_id, bytes) values ($1, $2)' }

/** Another one has brought the manifest or a tag that a push took for new. */
class NotNewError extends Error {
  override name = 'NotNewError'
}

export async function pushManifest(db: Database, push: ManifestPush): Promise<void> {
  const repository = await ensureRepository(db, push.repository)
  if (mayBeAllNew(push)) {
    try {
      await pushInto(db, repository, push, 'if known')
      return
    } catch (error) {
      if (!(error instanceof NotNewError || isTagTaken(error))) throw error
    }
  }
  await pushInto(db, repository, push, 'always')
}

/** Only what comes with a tag is surely listed: an index may name it before it is there. */
const mayBeAllNew = ({ manifest, tags }: ManifestPush) => tags.length > 0 && manifest.children.length === 0

function isTagTaken(error: unknown): boolean {
  const failure = readDatabaseFailure(error)
  return failure?.kind === 'unique' && failure.constraint === ONE_TAG
}

/** @throws {NotNewError} or the refusal of {@link ONE_TAG}, where the repository is held only `if known`: push again, and hold it */
async function pushInto(
  db: Database,
  repository: RepositoryIds,
  push: ManifestPush,
  holds: 'if known' | 'always',
): Promise<void> {
  await db.transaction(async (transaction) => {
    // Sorted and one by one, so that two pushes of the same tags never wait for each other crosswise; where there is only one, it is held with
    // all else.
    const tags = [...new Set(push.tags)].sort()
    const [firstTag, ...otherTags] = tags
    const hold = (tag: Tag) => holdTag(transaction, repository.id, tag)
    const [rules, held, childrenSize, known, passed, firstHeld] = await Promise.all([
      holds === 'always'
        ? holdRepository(transaction, repository)
        : holdRepositoryIfKnown(transaction, repository.id, push.digest, tags),
      lockBlobs(transaction, repository.id, push),
      measureChildren(transaction, repository.id, push),
      holdArtifact(transaction, repository.id, push.digest),
      findPassedLimit(transaction, repository.projectId, push.bytes.length),
      firstTag && hold(firstTag),
    ])
    // What the project has already is charged already.
    if (!known) refuseOver(passed)
    const heldTags = firstHeld ? [firstHeld] : []
    for (const tag of otherTags) heldTags.push(await hold(tag))
    const isAllNew = rules === undefined
    if (isAllNew && (known || heldTags.some(({ digest }) => digest !== undefined))) throw new NotNewError()
    for (const { tag, digest: from } of heldTags) {
      const change = { repository: push.repository, tag, to: push.digest, actor: push.pushedBy }
      if (from !== undefined) askTagRules(rules ?? null, { ...change, from })
    }
    const { id, size, appeared, created } = await ensureArtifact(transaction, repository.id, push, childrenSize, known)
    if (isAllNew && !created) throw new NotNewError()
    const replaced = Object.fromEntries(
      heldTags.flatMap(({ tag, digest }) => (digest === undefined || digest === push.digest ? [] : [[tag, digest]])),
    )
    const pushed = {
      project_id: repository.projectId,
      repository_id: Number(repository.id),
      repository: push.repository,
      digest: push.digest,
      media_type: push.manifest.mediaType,
      artifact_type: storable(push.manifest.artifactType),
      kind: push.manifest.kind,
      created: appeared,
      tags: [...push.tags],
      replaced,
    }
    const artifact = { id, digest: push.digest, size }
    const listed = created && beginsListed(push) ? 1 : 0
    const counts = [appeared ? 1 : 0, listed, isAllNew ? heldTags.length : 0]
    const untagged = heldTags.flatMap(({ artifactId }) => (artifactId === undefined ? [] : [artifactId]))
    await Promise.all([
      created && insertReferences(transaction, repository.id, id, push, held),
      created && transaction.query(charge, [repository.projectId, push.bytes.length]),
      emit(transaction, 'artifact.pushed', pushed, push.pushedBy),
      ...heldTags.map((tag) => (isAllNew ? bringTag : moveTag)(transaction, tag, artifact, push.pushedBy)),
      !isAllNew && relist(transaction, [id, ...untagged]),
      // Last, for others push to the repository too.
      transaction.query(count, [repository.id, ...counts]),
      transaction.commit(),
    ])
  })
}

/** Most are listed when they come, and stay so: their row is written once. */
const beginsListed = ({ manifest, tags }: ManifestPush) => tags.length > 0 || manifest.subject === undefined

/** @returns those of the manifest's blobs that the repository holds, and their bytes */
async function lockBlobs(
  transaction: Queryable,
  repositoryId: string,
  { manifest, allowMissingBlobs }: ManifestPush,
): Promise<ReadonlyMap<Digest, number>> {
  if (manifest.blobs.length === 0) return new Map()
  const digests = manifest.blobs.map((blob) => blob.digest)
  const rows = await transaction.query<{ digest: Digest; size: string }>(lockLinks, [repositoryId, digests])
  const held = new Map(rows.map((row) => [row.digest, Number(row.size)]))
  for (const blob of manifest.blobs) requireSize(blob, held.get(blob.digest) ?? blob.size)
  if (!allowMissingBlobs) requireNone(manifest.blobs.filter((blob) => blob.required && !held.has(blob.digest)))
  return held
}

/** @returns bytes of the children that are there, with all they refer to */
async function measureChildren(transaction: Queryable, repositoryId: string, push: ManifestPush): Promise<number> {
  const { children } = push.manifest
  if (children.length === 0) return 0
  const digests = [...new Set(children.map((child) => child.digest))]
  const rows = await transaction.query<{ digest: Digest; total_size: string; deleted: boolean }>(findChildren, [
    repositoryId,
    digests,
  ])
  const [deleted, present] = [rows.filter((row) => row.deleted), rows.filter((row) => !row.deleted)]
  requireNone(deleted)
  const held = new Set(present.map((row) => row.digest))
  if (!push.allowMissingChildren) requireNone(children.filter((child) => !held.has(child.digest)))
  return present.reduce((sum, row) => sum + Number(row.total_size), 0)
}

function requireNone(missing: readonly { readonly digest: Digest }[]): void {
  if (missing.length > 0) throw missingContent(missing.map(({ digest }) => digest))
}

interface HeldArtifact {
  id: string
  deleted_at: Date | null
  total_size: string
}

async function holdArtifact(
  transaction: Queryable,
  repositoryId: string,
  digest: Digest,
): Promise<HeldArtifact | undefined> {
  const [artifact] = await transaction.query<HeldArtifact>(lockArtifact, [repositoryId, digest])
  return artifact
}

async function ensureArtifact(
  transaction: Queryable,
  repositoryId: string,
  push: ManifestPush,
  childrenSize: number,
  held: HeldArtifact | undefined,
): Promise<{ id: string; size: number; appeared: boolean; created: boolean }> {
  const size = sizeOf(push, childrenSize)
  for (let known = held; ; known = await holdArtifact(transaction, repositoryId, push.digest)) {
    if (known) {
      // Without a tag its time counts anew: whatever is to refer to it may be on its way.
      if (known.deleted_at || push.tags.length === 0)
        await transaction.query(revive, [known.id, authorOf(push.pushedBy)])
      return { id: known.id, size: Number(known.total_size), appeared: known.deleted_at !== null, created: false }
    }
    const [row] = await transaction.query<{ id: string }>(insert, artifactValues(repositoryId, push, size))
    if (row) return { id: row.id, size, appeared: true, created: true }
    // Another push of the same manifest came between: it is there now.
  }
}

/** What a manifest claims of sizes is not bounded; the column is. */
function sizeOf({ manifest, bytes }: ManifestPush, childrenSize: number): number {
  const blobsSize = manifest.blobs.reduce((sum, blob) => sum + blob.size, 0)
  return Math.min(bytes.length + blobsSize + childrenSize, Number.MAX_SAFE_INTEGER)
}

function artifactValues(repositoryId: string, push: ManifestPush, size: number): unknown[] {
  const { manifest } = push
  return [
    repositoryId,
    push.digest,
    manifest.kind,
    manifest.mediaType,
    storable(manifest.artifactType),
    storable(manifest.config?.mediaType),
    manifest.subject,
    push.bytes,
    size,
    storable(push.platform),
    storable(push.config),
    storable(manifest.annotations),
    authorOf(push.pushedBy),
    beginsListed(push),
    push.tags.length > 0,
  ]
}

async function insertReferences(
  transaction: Queryable,
  repositoryId: string,
  artifactId: string,
  { manifest }: ManifestPush,
  held: ReadonlyMap<Digest, number>,
): Promise<void> {
  const { blobs, children } = manifest
  const digests = blobs.map((blob) => blob.digest)
  const isHeld = digests.map((digest) => held.has(digest))
  await Promise.all([
    blobs.length > 0 && transaction.query(insertBlobs, [artifactId, digests, isHeld]),
    children.length > 0 &&
      transaction.query(insertChildren, [artifactId, JSON.stringify(storable(children)), repositoryId]),
  ])
}
