import type { Pool } from 'pg'

export interface FillTags {
  /** Full name of a repository that is there. */
  readonly repository: string
  readonly artifacts: number
  /** Each artifact has so many: `v<place>-<number>`. */
  readonly tagsEach: number
}

/**
 * Fills a repository with artifacts and tags, as so many pushes would, but without blobs. The first was pushed longest ago, each further
 * one a minute later.
 */
export async function fillTags(pool: Pool, { repository, artifacts, tagsEach }: FillTags): Promise<void> {
  await pool.query(
    `with made as (
      insert into artifact (repository_id, digest, kind, media_type, manifest, total_size, pushed_at, is_tagged)
      select r.id, 'sha256:' || encode(sha256(convert_to(r.name || ' ' || n, 'UTF8')), 'hex'), 'image',
        'application/vnd.oci.image.manifest.v1+json', '{}', 1000, date_trunc('milliseconds', now()) - interval '1 minute' * ($2 - n), true
      from repository r cross join generate_series(1, $2::int) n where r.name = $1
      returning id, repository_id, pushed_at
    ), placed as (
      select *, row_number() over (order by pushed_at) as place from made
    ), tagged as (
      insert into tag (repository_id, name, sort_key, artifact_id, size, pushed_at)
      select repository_id, 'v' || place || '-' || n, 'v' || place || '-' || n, id, 1000, pushed_at
      from placed cross join generate_series(1, $3::int) n
    )
    update repository set artifact_count = artifact_count + $2, listed_count = listed_count + $2,
      tag_count = tag_count + $2 * $3::int
    where name = $1`,
    [repository, artifacts, tagsEach],
  )
  await pool.query('analyze artifact, tag')
}
