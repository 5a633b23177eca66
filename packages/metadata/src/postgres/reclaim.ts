import type { Digest, RepositoryName } from '@berth/oci'
import type { Database, Transaction } from '@berth/database'

/** What was made or asked for within this time may belong to a push on its way, whatever the grace period is. Seconds. */
const PUSH_SECONDS = 86_400

export const youth = (graceSeconds: number) => Math.min(graceSeconds, PUSH_SECONDS)

/** A manifest as garbage collection meets it. */
export interface StoredManifest {
  readonly repository: RepositoryName
  readonly digest: Digest
  readonly bytes: number
}

/** Rows of artifacts go; their blobs are looked at as soon as possible, for the artifact has had its time. */
const purgeArtifacts = {
  name: 'purge_artifacts',
  text: `
    with expired as (
      select id, repository_id, octet_length(manifest) as size from artifact
      where deleted_at <= now() - make_interval(secs => $1) order by deleted_at limit $2 for update skip locked
    ), queued as (
      insert into reclaim (digest, not_before)
      select b.digest, '-infinity' from blob b
      where b.digest in (select u.digest from artifact_blob u join expired e on e.id = u.artifact_id)
      order by b.digest
      on conflict (digest) do update set not_before = excluded.not_before
    ), charged as (
      insert into quota_delta (project_id, bytes)
      select r.project_id, -sum(e.size) from expired e join repository r on r.id = e.repository_id group by r.project_id
    )
    delete from artifact a using repository r
    where a.id in (select id from expired) and r.id = a.repository_id
    returning r.name as repository, a.digest, octet_length(a.manifest) as bytes`,
}

const due = {
  name: 'find_reclaimable',
  text: `
    select digest from reclaim where not_before <= now() - make_interval(secs => $1)
    order by not_before limit $2`,
}

/** `size` is what projects are charged for, `bytes` what lies on the disk: none where scrub found them to be missing. */
const lockBlob = {
  name: 'lock_blob_for_reclaim',
  text: `
    select size, case when missing_since is null then size else 0 end as bytes from blob where digest = $1 for update`,
}

/** Whoever queues the digest anew meanwhile waits, or is waited for: what was seen decides on the entry that is there. */
const lockEntry = { name: 'lock_reclaim_entry', text: 'select from reclaim where digest = $1 for update' }

/** In a statement of its own: the next one then sees the manifests that were pushed while this one waited. */
const lockLinks = {
  name: 'lock_links_for_reclaim',
  text: 'select from repository_blob where digest = $1 order by repository_id for update',
}

const unlink = {
  name: 'unlink_unused',
  text: `
    with unused as (
      select l.repository_id, l.linked_at <= now() - make_interval(secs => $2) as old
      from repository_blob l
      where l.digest = $1 and not exists (
        select from artifact_blob u join artifact a on a.id = u.artifact_id
        where u.digest = $1 and a.repository_id = l.repository_id
      )
    ), gone as (
      delete from repository_blob where digest = $1 and repository_id in (select repository_id from unused where old)
      returning repository_id
    ), charged as (
      insert into quota_delta (project_id, bytes)
      select distinct r.project_id, -$3::bigint from gone join repository r on r.id = gone.repository_id
      where $3::bigint > 0 and not exists (
        select from repository_blob l join repository o on o.id = l.repository_id
        where l.digest = $1 and o.project_id = r.project_id and l.repository_id not in (select repository_id from gone)
      )
    )
    select
      (select count(*) from repository_blob where digest = $1) - (select count(*) from gone) as links,
      (select count(*) from unused where not old) as young,
      array(select r.name from gone join repository r on r.id = gone.repository_id order by r.name) as repositories`,
}

const isLinked = { name: 'is_linked', text: 'select from repository_blob where digest = $1 limit 1' }
const deleteBlob = {
  name: 'delete_blob',
  text: `
    with gone as (delete from blob where digest = $1 returning size)
    insert into storage_delta (bytes) select -size from gone where size > 0`,
}
const unqueue = { name: 'unqueue_blob', text: 'delete from reclaim where digest = $1' }
const lookLater = { name: 'look_later', text: 'update reclaim set not_before = now() where digest = $1' }

const noteFailure = {
  name: 'note_reclaim_failure',
  text: `
    update reclaim set attempts = attempts + 1, error = $2,
      not_before = now() - make_interval(secs => $3) + make_interval(secs => least(3600, 60 * (attempts + 1)))
    where digest = $1`,
}

export async function purgeExpiredArtifacts(
  transaction: Transaction,
  graceSeconds: number,
  limit: number,
): Promise<StoredManifest[]> {
  return transaction.query(purgeArtifacts, [graceSeconds, limit])
}

export async function findReclaimable(db: Database, graceSeconds: number, limit: number): Promise<Digest[]> {
  return (await db.query<{ digest: Digest }>(due, [graceSeconds, limit])).map((row) => row.digest)
}

export type ReclaimOutcome =
  /** No repository links it any more: bytes and row are gone. `repositories` are those that linked it till now. */
  | { readonly outcome: 'deleted'; readonly bytes: number; readonly repositories: readonly RepositoryName[] }
  /** In use, or perhaps about to be. */
  | { readonly outcome: 'kept' }
  /** Somebody else was faster. */
  | { readonly outcome: 'gone' }

export async function reclaimBlob(
  db: Database,
  digest: Digest,
  graceSeconds: number,
  deleteFile: () => Promise<void>,
): Promise<ReclaimOutcome> {
  const unlinked = await unlinkUnused(db, digest, graceSeconds)
  if (unlinked.outcome !== 'unlinked') return unlinked
  // Apart: where PostgreSQL crashes after the file has gone, nothing that links the blob may come back.
  return db.transaction(async (transaction) => {
    const [blob] = await transaction.query<{ bytes: string }>(lockBlob, [digest])
    if (!blob) return { outcome: 'gone' }
    if ((await transaction.query(isLinked, [digest])).length > 0) return { outcome: 'kept' }
    // Before the commit: as long as the row is locked nobody can link the digest, nor put its file back.
    await deleteFile()
    await transaction.query(deleteBlob, [digest])
    return { outcome: 'deleted', bytes: Number(blob.bytes), repositories: unlinked.repositories }
  })
}

type UnlinkOutcome =
  /** No link is left. `repositories` are those whose link went. */
  | { readonly outcome: 'unlinked'; readonly repositories: readonly RepositoryName[] }
  | Exclude<ReclaimOutcome, { readonly outcome: 'deleted' }>

async function unlinkUnused(db: Database, digest: Digest, graceSeconds: number): Promise<UnlinkOutcome> {
  return db.transaction(async (transaction) => {
    const [blob] = await transaction.query<{ size: string }>(lockBlob, [digest])
    if (!blob) return { outcome: 'gone' }
    await Promise.all([transaction.query(lockEntry, [digest]), transaction.query(lockLinks, [digest])])
    const [left] = await transaction.query<{ links: string; young: string; repositories: RepositoryName[] }>(unlink, [
      digest,
      youth(graceSeconds),
      blob.size,
    ])
    if (Number(left?.links) === 0) return { outcome: 'unlinked', repositories: left?.repositories ?? [] }
    await transaction.query(Number(left?.young) > 0 ? lookLater : unqueue, [digest])
    return { outcome: 'kept' }
  })
}

export async function noteReclaimFailure(
  db: Database,
  digest: Digest,
  graceSeconds: number,
  error: string,
): Promise<void> {
  await db.query(noteFailure, [digest, error, graceSeconds])
}
