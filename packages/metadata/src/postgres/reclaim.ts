import type { Digest } from '@berth/oci'
import type { Database } from './database.js'

/** A link that was made or asked for within this time may belong to a push on its way, whatever the grace period is. Seconds. */
const PUSH_SECONDS = 86_400

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
    delete from artifact where id in (select id from expired) returning id`,
}

const due = {
  name: 'find_reclaimable',
  text: `
    select digest from reclaim where not_before <= now() - make_interval(secs => $1)
    order by not_before limit $2`,
}

const lockBlob = { name: 'lock_blob_for_reclaim', text: 'select size from blob where digest = $1 for update' }

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
      (select count(*) from unused where not old) as young`,
}

const isLinked = { name: 'is_linked', text: 'select from repository_blob where digest = $1 limit 1' }
const deleteBlob = { name: 'delete_blob', text: 'delete from blob where digest = $1' }
const unqueue = { name: 'unqueue_blob', text: 'delete from reclaim where digest = $1' }
const lookLater = { name: 'look_later', text: 'update reclaim set not_before = now() where digest = $1' }

const noteFailure = {
  name: 'note_reclaim_failure',
  text: `
    update reclaim set attempts = attempts + 1, error = $2,
      not_before = now() - make_interval(secs => $3) + make_interval(secs => least(3600, 60 * (attempts + 1)))
    where digest = $1`,
}

/** @returns how many rows of artifacts went, at most `limit` */
export async function purgeExpiredArtifacts(db: Database, graceSeconds: number, limit: number): Promise<number> {
  return db.transaction(async (transaction) => (await transaction.query(purgeArtifacts, [graceSeconds, limit])).length)
}

export async function findReclaimable(db: Database, graceSeconds: number, limit: number): Promise<Digest[]> {
  return (await db.query<{ digest: Digest }>(due, [graceSeconds, limit])).map((row) => row.digest)
}

export type ReclaimOutcome =
  /** No repository links it any more: bytes and row are gone. */
  | { readonly outcome: 'deleted'; readonly bytes: number }
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
  const stays = await unlinkUnused(db, digest, graceSeconds)
  if (stays) return stays
  // Apart: where PostgreSQL crashes after the file has gone, nothing that links the blob may come back.
  return db.transaction(async (transaction) => {
    const [blob] = await transaction.query<{ size: string }>(lockBlob, [digest])
    if (!blob) return { outcome: 'gone' }
    if ((await transaction.query(isLinked, [digest])).length > 0) return { outcome: 'kept' }
    // Before the commit: as long as the row is locked nobody can link the digest, nor put its file back.
    await deleteFile()
    await transaction.query(deleteBlob, [digest])
    return { outcome: 'deleted', bytes: Number(blob.size) }
  })
}

/** @returns undefined where no link is left */
async function unlinkUnused(db: Database, digest: Digest, graceSeconds: number): Promise<ReclaimOutcome | undefined> {
  return db.transaction(async (transaction) => {
    const [blob] = await transaction.query<{ size: string }>(lockBlob, [digest])
    if (!blob) return { outcome: 'gone' }
    await transaction.query(lockLinks, [digest])
    const youth = Math.min(graceSeconds, PUSH_SECONDS)
    const [left] = await transaction.query<{ links: string; young: string }>(unlink, [digest, youth, blob.size])
    if (Number(left?.links) === 0) return undefined
    await transaction.query(Number(left?.young) > 0 ? lookLater : unqueue, [digest])
    return { outcome: 'kept' }
  })
}

/** Lets a blob that could not be deleted wait, longer each time up to an hour. */
export async function noteReclaimFailure(
  db: Database,
  digest: Digest,
  graceSeconds: number,
  error: string,
): Promise<void> {
  await db.query(noteFailure, [digest, error, graceSeconds])
}
