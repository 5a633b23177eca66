import type { Actor } from '@berth/contracts'
import { emit, type Database, type Transaction } from '@berth/database'
import type { Digest, RepositoryName } from '@berth/oci'
import { endLeases } from './lease.js'

/** Blobs first, then links, each in their order, as every change of links does; see blobs.ts. */
const lockBlobs = {
  name: 'lock_blobs_to_purge',
  text: `
    select from blob where digest in (
      select u.digest from artifact_blob u join artifact a on a.id = u.artifact_id join repository r on r.id = a.repository_id
      where r.name = $1 and a.digest = $2 and a.deleted_at is not null
    ) order by digest for no key update`,
}

const lockLinks = {
  name: 'lock_links_to_purge',
  text: `
    select from repository_blob l join repository r on r.id = l.repository_id
    where r.name = $1 and l.digest in (
      select u.digest from artifact_blob u join artifact a on a.id = u.artifact_id
      where a.repository_id = r.id and a.digest = $2 and a.deleted_at is not null
    ) order by l.digest for update of l`,
}

/** A blob stays with the repository where another artifact uses it, be that one deleted too: it could not be restored otherwise. */
const purge = {
  name: 'purge_artifact',
  text: `
    with gone as (
      delete from artifact a using repository r
      where r.name = $1 and a.repository_id = r.id and a.digest = $2 and a.deleted_at is not null
      returning a.id, r.id as repository_id, r.project_id, octet_length(a.manifest) as bytes
    ), unlinked as (
      delete from repository_blob l using gone
      where l.repository_id = gone.repository_id
        and l.digest in (select digest from artifact_blob where artifact_id = gone.id)
        and not exists (
          select from artifact_blob u join artifact o on o.id = u.artifact_id
          where u.digest = l.digest and o.repository_id = gone.repository_id and o.id <> gone.id)
      returning l.digest
    ), queued as (
      insert into reclaim (digest, not_before) select digest, '-infinity' from unlinked order by digest
      on conflict (digest) do update set not_before = excluded.not_before
    ), charged as (
      insert into quota_delta (project_id, bytes)
      select gone.project_id, -gone.bytes - coalesce((
        select sum(b.size) from unlinked join blob b on b.digest = unlinked.digest
        where not exists (
          select from repository_blob l join repository o on o.id = l.repository_id
          where l.digest = b.digest and o.project_id = gone.project_id and o.id <> gone.repository_id)), 0)
      from gone
    )
    select repository_id, project_id, bytes from gone`,
}

interface Gone {
  repository_id: string
  project_id: number
  bytes: number
}

/**
 * Takes a deleted artifact for good, whatever is left of its time, with the blobs that nothing else in the repository uses: they cannot be
 * pulled from it any more, and their bytes follow as soon as no other repository has them. A push on its way that counts on such a
 * blob has to begin anew.
 *
 * @returns bytes of its manifest; undefined where there is no such artifact, or it is not deleted
 */
export async function purgeArtifact(
  transaction: Transaction,
  repository: RepositoryName,
  digest: Digest,
  actor: Actor,
): Promise<number | undefined> {
  const bytes = await takeArtifact(transaction, repository, digest, actor)
  if (bytes !== undefined) endLeases(transaction, 'pull')
  return bytes
}

/** As {@link purgeArtifact}, but done at once: for a second pulls may still find the blobs. */
export async function takeArtifact(
  transaction: Transaction,
  repository: RepositoryName,
  digest: Digest,
  actor: Actor,
): Promise<number | undefined> {
  await transaction.query(lockBlobs, [repository, digest])
  await transaction.query(lockLinks, [repository, digest])
  const [gone] = await transaction.query<Gone>(purge, [repository, digest])
  if (!gone) return undefined
  const place = { project_id: gone.project_id, repository_id: Number(gone.repository_id), repository }
  await emit(transaction, 'artifact.purged', { ...place, digest }, actor)
  return gone.bytes
}

const findDeleted = {
  name: 'find_deleted',
  text: `
    select r.name as repository, a.digest from artifact a join repository r on r.id = a.repository_id
    where a.deleted_at is not null order by a.deleted_at, a.id limit $1`,
}

/** Some of the artifacts that are deleted, the oldest first. */
export function listDeleted(db: Database, limit: number): Promise<{ repository: RepositoryName; digest: Digest }[]> {
  return db.query(findDeleted, [limit])
}
