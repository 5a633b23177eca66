import type { Database } from '@berth/database'
import type { Digest, RepositoryName, Tag } from '@berth/oci'

/** Rows that one answer clears away at most, and what a project keeps of references that lead nowhere. */
const [CLEARED, MOST_MISSES] = [100, 10_000]

/** What a registry elsewhere said of a reference. */
export interface UpstreamAnswer {
  /** Undefined: it has none such. */
  readonly manifest: { readonly digest: Digest; readonly mediaType: string; readonly size: number } | undefined
  /** Seconds since it was asked. */
  readonly age: number
}

interface Row {
  digest: Digest | null
  media_type: string | null
  size: string | null
  age: number
}

const find = {
  name: 'find_upstream_answer',
  text: `
    select digest, media_type, size, extract(epoch from now() - asked_at)::float8 as age
    from upstream_answer where repository = $1 and reference = $2`,
}

/** Anybody may ask for what is nowhere, so of that no more is kept than a project needs. */
const keep = {
  name: 'keep_upstream_answer',
  text: `
    with cleared as (
      delete from upstream_answer where (repository, reference) in (
        select repository, reference from upstream_answer
        where project_id = $1 and asked_at < now() - interval '31 days' limit ${CLEARED} for update skip locked)
    )
    insert into upstream_answer (project_id, repository, reference, digest, media_type, size)
    select $1, $2, $3, $4, $5, $6 from project
    where id = $1 and ($4::text is not null or (
      select count(*) from (
        select from upstream_answer where project_id = $1 and digest is null limit ${MOST_MISSES}) misses) < ${MOST_MISSES})
    on conflict (repository, reference) do update
    set digest = excluded.digest, media_type = excluded.media_type, size = excluded.size, asked_at = now()`,
}

const clearMisses = {
  name: 'clear_upstream_misses',
  text: `
    delete from upstream_answer where (repository, reference) in (
      select repository, reference from upstream_answer
      where project_id = $1 and digest is null and asked_at < now() - make_interval(secs => $2)
      limit ${CLEARED} for update skip locked)`,
}

const tagsNaming = {
  name: 'find_tags_of_upstream',
  text: `
    select reference from upstream_answer
    where repository = $1 and digest = $2 and position(':' in reference) = 0 and asked_at > now() - make_interval(secs => $3) order by reference limit 100`,
}

const hold = {
  name: 'hold_blob_of_proxy',
  text: `
    update artifact_blob u set held = true from artifact a join repository r on r.id = a.repository_id
    where r.name = $1 and u.artifact_id = a.id and u.digest = $2 and not u.held`,
}

const matches = { name: 'matches_expression', text: 'select $1::text ~ $2::text as matches' }

/** What projects that have their content from elsewhere keep beside it. */
export class ProxyRecords {
  constructor(private readonly db: Database) {}

  async answerOf(repository: RepositoryName, reference: string): Promise<UpstreamAnswer | undefined> {
    const [row] = await this.db.query<Row>(find, [repository, reference])
    if (!row) return undefined
    const { digest, media_type: mediaType, size, age } = row
    return { manifest: digest === null ? undefined : { digest, mediaType: mediaType ?? '', size: Number(size) }, age }
  }

  /** @param missLife seconds after which what is kept of references that lead nowhere may go */
  async keepAnswer(
    projectId: number,
    repository: RepositoryName,
    reference: string,
    manifest: UpstreamAnswer['manifest'],
    missLife: number,
  ): Promise<void> {
    if (!manifest) await this.db.query(clearMisses, [projectId, missLife])
    const { digest, mediaType, size } = manifest ?? {}
    await this.db.query(keep, [projectId, repository, reference, digest, mediaType, size])
  }

  /** Tags that led to a manifest when they were asked for within the last `seconds`. */
  async tagsNaming(repository: RepositoryName, digest: Digest, seconds: number): Promise<Tag[]> {
    const rows = await this.db.query<{ reference: Tag }>(tagsNaming, [repository, digest, seconds])
    return rows.map(({ reference }) => reference)
  }

  /** Says of the repository's manifests that name the blob that they have it now. */
  async holdBlob(repository: RepositoryName, digest: Digest): Promise<void> {
    await this.db.query(hold, [repository, digest])
  }

  /** By PostgreSQL, whose expressions take no time without end, whoever writes them. */
  async matchesExpression(text: string, expression: string): Promise<boolean> {
    const [row] = await this.db.query<{ matches: boolean }>(matches, [text, expression])
    return row?.matches === true
  }
}
