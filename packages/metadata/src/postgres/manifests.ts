import type { Digest, RepositoryName } from '@berth/oci'
import type { FoundManifest, Page, ReferrerPage } from '../registry-metadata.js'
import { type Queryable, storable } from '@berth/database'
import { MAX_REFERRERS_SIZE } from '../referrers-size.js'
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

/**
 * One after the other, so that nothing is looked at beyond the first that a page has no room for: annotations of all referrers together
 * may be larger than any memory.
 */
const pageOfReferrers = {
  name: 'list_referrers',
  text: `
    with recursive page as (
      select null::text as descriptor, $3::text collate "C" as digest, 0 as position, 0 as bytes
      union all
      select next.descriptor, next.digest, page.position + 1, page.bytes + octet_length(next.descriptor) + 1
      from page cross join lateral (
        select a.digest, json_strip_nulls(json_build_object(
          'mediaType', a.media_type, 'digest', a.digest, 'size', octet_length(a.manifest),
          'artifactType', a.artifact_type, 'annotations', a.annotations))::text as descriptor
        from artifact a
        where a.repository_id = (select id from repository where name = $1) and a.subject_digest = $2
          and a.deleted_at is null and a.digest > page.digest and ($5::text is null or a.artifact_type = $5)
        order by a.digest limit 1
      ) next
      where page.position <= $4 and page.bytes <= ${MAX_REFERRERS_SIZE}
    ), listed as (
      select *, position <= $4 and (position = 1 or bytes <= ${MAX_REFERRERS_SIZE}) as fits from page where position > 0
    )
    select coalesce(string_agg(descriptor, ',' order by position) filter (where fits), '') as descriptors,
      case when not bool_and(fits) then max(digest) filter (where fits) end as next
    from listed`,
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
  if (limit === 0) return { descriptors: '[]' }
  const [page] = await db.query<{ descriptors: string; next: Digest | null }>(pageOfReferrers, [
    repository,
    subject,
    storable(last),
    limit,
    storable(artifactType) ?? null,
  ])
  return { descriptors: `[${page?.descriptors ?? ''}]`, next: page?.next ?? undefined }
}
