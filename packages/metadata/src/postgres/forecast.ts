import type { Digest, RepositoryName } from '@berth/oci'
import type { Database } from '@berth/database'
import { youth, type StoredManifest } from './reclaim.js'

/** Something that goes, or would. `bytes` of an untagged artifact are not freed yet. */
export type Garbage =
  | ({ readonly kind: 'untagged' | 'manifest' } & StoredManifest)
  | {
      readonly kind: 'blob'
      readonly digest: Digest
      readonly bytes: number
      /** Those that link it, in the order of their names. */
      readonly repositories: readonly RepositoryName[]
    }

/**
 * `$1` grace and `$2` youth in seconds, `$3` whether untagged artifacts go, `$4` whether all that is deleted does. Untagged ones are deleted
 * one after the other, which leaves what can be reached from an artifact that is tagged or young: over indexes to their children, over
 * subjects to what is about them.
 */
const going = `
  with recursive reached as (
    select a.id, a.repository_id, a.digest from artifact a
    where $3 and a.deleted_at is null and (
      a.pushed_at > now() - make_interval(secs => $2) or exists (select from tag t where t.artifact_id = a.id))
    union
    select next.id, next.repository_id, next.digest from reached
    cross join lateral (
      select c.* from artifact_reference f join artifact c on c.repository_id = reached.repository_id and c.digest = f.child_digest
      where f.parent_id = reached.id
      union all
      select s.* from artifact s where s.repository_id = reached.repository_id and s.subject_digest = reached.digest
    ) next
    where next.deleted_at is null
  ), untagged as (
    select a.id from artifact a
    where $3 and a.deleted_at is null and not exists (select from reached where reached.id = a.id)
  ), expired as (
    select a.id from artifact a where a.deleted_at <= now() - make_interval(secs => $1) or ($4 and a.deleted_at is not null)
    union all select id from untagged where $1 = 0 or $4
  )`

const manifests = (source: 'untagged' | 'expired') => `
  ${going}
  select r.name as repository, a.digest, octet_length(a.manifest) as bytes
  from ${source} join artifact a on a.id = ${source}.id join repository r on r.id = a.repository_id
  order by r.name, a.digest`

/** Purging an artifact unlinks its blobs with it; what reclaim finds later has no link left there. */
const goesFirst = `$4 and exists (
  select from artifact_blob u join artifact a on a.id = u.artifact_id join expired on expired.id = a.id
  where u.digest = l.digest and a.repository_id = l.repository_id)`

const blobs = `
  ${going}, queued as (
    select digest from reclaim where not_before <= now() - make_interval(secs => $1)
    union select u.digest from artifact_blob u join expired on expired.id = u.artifact_id
  )
  select b.digest, case when b.missing_since is null then b.size else 0 end as bytes,
    array(
      select r.name from repository_blob l join repository r on r.id = l.repository_id
      where l.digest = b.digest and not (${goesFirst}) order by r.name) as repositories
  from queued join blob b on b.digest = queued.digest
  where not exists (
    select from repository_blob l where l.digest = b.digest and (
      l.linked_at > now() - make_interval(secs => $2) and not (${goesFirst})
      or exists (
        select from artifact_blob u join artifact a on a.id = u.artifact_id
        where u.digest = l.digest and a.repository_id = l.repository_id
          and not exists (select from expired where expired.id = a.id))))
  order by b.digest`

export interface ForecastOptions {
  /** Whether artifacts without a tag go. */
  readonly withUntagged: boolean
  /** Whether what is deleted goes before its time. */
  readonly withDeleted: boolean
}

export function forecastGarbage(
  db: Database,
  graceSeconds: number,
  { withUntagged, withDeleted }: ForecastOptions,
): AsyncGenerator<Garbage> {
  const values = [graceSeconds, youth(graceSeconds), withUntagged, withDeleted]
  return db.snapshot(async function* (rows): AsyncGenerator<Garbage> {
    for await (const row of rows<StoredManifest & Record<string, unknown>>(manifests('untagged'), values)) {
      yield { kind: 'untagged', ...row }
    }
    for await (const row of rows<StoredManifest & Record<string, unknown>>(manifests('expired'), values)) {
      yield { kind: 'manifest', ...row }
    }
    interface BlobRow {
      readonly digest: Digest
      readonly bytes: string
      readonly repositories: readonly RepositoryName[]
    }
    for await (const row of rows<BlobRow & Record<string, unknown>>(blobs, values)) {
      yield { kind: 'blob', ...row, bytes: Number(row.bytes) }
    }
  })
}
