import type { Annotations, Digest, RepositoryName } from '@berth/oci'
import type { FoundManifest, Page, ReferrerPage } from '../registry-metadata.js'
import { type Queryable, storable } from '@berth/database'
import { atPlaces } from './look-ups.js'

const columns = 'a.id as artifact_id, a.digest, a.media_type, octet_length(a.manifest) as size'

const byTag = {
  name: 'find_manifests_by_tag',
  text: `
    select w.place, ${columns}, t.id as tag_id
    from unnest($1::text[], $2::text[]) with ordinality as w (repository, tag, place)
    cross join lateral (select id from repository where name = w.repository limit 1) r
    cross join lateral (select id, artifact_id from tag where repository_id = r.id and name = w.tag limit 1) t
    join artifact a on a.id = t.artifact_id and a.deleted_at is null`,
}

const byDigest = {
  name: 'find_manifests_by_digest',
  text: `
    select w.place, ${columns}, null as tag_id
    from unnest($1::text[], $2::text[]) with ordinality as w (repository, digest, place)
    cross join lateral (select id from repository where name = w.repository limit 1) r
    cross join lateral (
      select id, digest, media_type, manifest from artifact
      where repository_id = r.id and digest = w.digest and deleted_at is null limit 1
    ) a`,
}

const body = { name: 'manifest_body', text: 'select manifest from artifact where id = $1 and digest = $2' }

const list = {
  name: 'list_manifests',
  text: `
    select a.digest from repository r join artifact a on a.repository_id = r.id
    where r.name = $1 and a.digest > $2 and a.deleted_at is null
    order by a.digest limit $3`,
}

/** Bytes of annotations in one page: a page has to fit in memory whatever was pushed. The first referrer always does. */
const PAGE_BYTES = 4 * 1024 * 1024

const pageOfReferrers = {
  name: 'list_referrers',
  text: `
    select * from (
      select *, count(*) over () as found, row_number() over (order by digest) as position,
        sum(octet_length(annotations::text)) over (order by digest) as bytes
      from (
        select a.digest, a.media_type, octet_length(a.manifest) as size, a.artifact_type, a.annotations
        from repository r join artifact a on a.repository_id = r.id
        where r.name = $1 and a.subject_digest = $2 and a.deleted_at is null
          and a.digest > $3 and ($5::text is null or a.artifact_type = $5)
        order by a.digest limit $4 + 1
      ) as candidate
    ) as measured
    where position = 1 or (position <= $4 and (bytes is null or bytes <= ${PAGE_BYTES}))
    order by digest`,
}

interface ManifestRow {
  place: string
  artifact_id: string
  tag_id: string | null
  digest: Digest
  media_type: string
  size: number
}

export interface ManifestKey {
  readonly repository: RepositoryName
  /** A tag or a digest, as {@link findManifests} is told. */
  readonly reference: string
}

/** @returns for each key its manifest, at the key's place */
export async function findManifests(
  db: Queryable,
  by: 'tag' | 'digest',
  keys: readonly ManifestKey[],
): Promise<(FoundManifest | undefined)[]> {
  const rows = await db.query<ManifestRow>(by === 'tag' ? byTag : byDigest, [
    keys.map((key) => key.repository),
    keys.map((key) => key.reference),
  ])
  return atPlaces(rows, keys, (row) => ({
    digest: row.digest,
    mediaType: row.media_type,
    size: row.size,
    artifactId: row.artifact_id,
    tagId: row.tag_id ?? undefined,
  }))
}

export async function manifestBody(db: Queryable, manifest: FoundManifest): Promise<Buffer | undefined> {
  const [row] = await db.query<{ manifest: Buffer }>(body, [manifest.artifactId, manifest.digest])
  return row?.manifest
}

export async function listManifests(
  db: Queryable,
  repository: RepositoryName,
  { limit, last = '' }: Page,
): Promise<Digest[]> {
  const rows = await db.query<{ digest: Digest }>(list, [repository, last, limit])
  return rows.map((row) => row.digest)
}

export async function listReferrers(
  db: Queryable,
  repository: RepositoryName,
  subject: Digest,
  { limit, last = '', artifactType }: Page & { readonly artifactType?: string | undefined },
): Promise<ReferrerPage> {
  const rows = await db.query<{
    digest: Digest
    media_type: string
    size: number
    artifact_type: string | null
    annotations: Annotations | null
    found: string
  }>(pageOfReferrers, [repository, subject, storable(last), limit, storable(artifactType) ?? null])
  const referrers = rows.map((row) => ({
    digest: row.digest,
    mediaType: row.media_type,
    size: row.size,
    artifactType: row.artifact_type ?? undefined,
    annotations: row.annotations ?? undefined,
  }))
  return { referrers, more: Number(rows[0]?.found ?? 0) > rows.length }
}
