import type { Database } from '@berth/database'
import type { Digest, RepositoryName, Tag } from '@berth/oci'
import { atPlaces, LookUps } from '../look-ups.js'

/** For how long what was read is given again. */
const LEASE_MILLISECONDS = 1_000
/** Rows that one answer clears away at most, and what a project keeps of references that lead nowhere. */
const [CLEARED, MOST_MISSES] = [100, 10_000]

/** What a registry elsewhere said of a reference. */
export interface UpstreamAnswer {
  /** Undefined: it has none such. */
  readonly manifest: { readonly digest: Digest; readonly mediaType: string; readonly size: number } | undefined
  /** When it was asked, on the clock of `performance.now()`. */
  readonly at: number
}

interface Row {
  place: string
  digest: Digest | null
  media_type: string | null
  size: string | null
  age: number
}

const find = {
  name: 'find_upstream_answer',
  text: `
    select w.place, u.digest, u.media_type, u.size, extract(epoch from now() - u.asked_at)::float8 as age
    from unnest($1::text[], $2::text[]) with ordinality as w (repository, reference, place)
    cross join lateral (
      select * from upstream_answer where repository = w.repository and reference = w.reference limit 1) u`,
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

interface Asked {
  readonly repository: RepositoryName
  readonly reference: string
}

function toAnswer({ digest, media_type: mediaType, size, age }: Row): UpstreamAnswer {
  const manifest = digest === null ? undefined : { digest, mediaType: mediaType ?? '', size: Number(size) }
  return { manifest, at: performance.now() - age * 1000 }
}

/** What projects that have their content from elsewhere keep beside it. */
export class ProxyRecords {
  readonly #answers: LookUps<Asked, UpstreamAnswer>

  constructor(private readonly db: Database) {
    this.#answers = new LookUps(
      async (asked) => {
        const columns = (['repository', 'reference'] as const).map((column) => asked.map((one) => one[column]))
        return atPlaces(await db.query<Row>(find, columns), asked, toAnswer)
      },
      ({ repository, reference }) => `${repository} ${reference}`,
      LEASE_MILLISECONDS,
    )
  }

  /** @param when `lately`: another process may have asked since, up to a second ago */
  async answerOf(
    repository: RepositoryName,
    reference: string,
    when: 'lately' | 'now',
  ): Promise<UpstreamAnswer | undefined> {
    const asked = { repository, reference }
    if (when === 'now') this.#answers.forget(asked)
    return this.#answers.find(asked)
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
    this.#answers.forget({ repository, reference })
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
