import type { FoundManifest } from '../registry-metadata.js'
import type { Database } from '@berth/database'

const FLUSH_MILLISECONDS = 5_000

/** One process at a time, so that two never wait for each other's rows crosswise. */
const lock = { name: 'lock_pulls', text: `select pg_advisory_xact_lock(hashtextextended('berth: pulls', 0))` }

const countArtifacts = {
  name: 'count_artifact_pulls',
  text: `
    with pulled as (
      update artifact a set pull_count = a.pull_count + v.pulls, pulled_at = greatest(a.pulled_at, v.at)
      from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as v (id, pulls, at) where a.id = v.id
      returning a.repository_id, v.pulls
    )
    select repository_id, sum(pulls)::bigint as pulls from pulled group by repository_id`,
}

/** One row after the other in one order, as everybody who holds more than one. Then the day of each project. */
const countRepositories = {
  name: 'count_repository_pulls',
  text: `
    with counted as (
      update repository r set pull_count = r.pull_count + p.pulls from (
        select l.id, v.pulls from (
          select id from repository where id = any ($1::bigint[]) order by id for no key update
        ) l join unnest($1::bigint[], $2::bigint[]) as v (id, pulls) on v.id = l.id
      ) p
      where r.id = p.id
      returning r.project_id, p.pulls
    )
    insert into daily_activity (day, project_id, pulls)
    select (now() at time zone 'UTC')::date, project_id, sum(pulls) from counted group by project_id order by project_id
    on conflict (project_id, day) do update set pulls = daily_activity.pulls + excluded.pulls`,
}

const countTags = {
  name: 'count_tag_pulls',
  text: `
    update tag t set pull_count = t.pull_count + v.pulls, pulled_at = greatest(t.pulled_at, v.at)
    from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as v (id, pulls, at) where t.id = v.id`,
}

/** Clients that resolve a tag by HEAD pull by digest: the pull then counts for every tag of that artifact. */
const countTagsOfArtifacts = {
  name: 'count_pulls_of_all_tags',
  text: `
    update tag t set pull_count = t.pull_count + v.pulls, pulled_at = greatest(t.pulled_at, v.at)
    from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as v (id, pulls, at) where t.artifact_id = v.id`,
}

class Tally {
  #counts = new Map<string, { pulls: number; at: Date }>()

  add(id: string): void {
    const pulls = (this.#counts.get(id)?.pulls ?? 0) + 1
    this.#counts.set(id, { pulls, at: new Date() })
  }

  get size(): number {
    return this.#counts.size
  }

  columns(): [string[], number[], Date[]] {
    const counts = [...this.#counts.values()]
    return [[...this.#counts.keys()], counts.map((count) => count.pulls), counts.map((count) => count.at)]
  }
}

/** Gathers pulls in memory and writes them every few seconds. */
export class PullCounter {
  #artifacts = new Tally()
  #tags = new Tally()
  #untagged = new Tally()
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly db: Database) {}

  count({ artifactId, tagId }: FoundManifest): void {
    this.#artifacts.add(artifactId)
    if (tagId === undefined) this.#untagged.add(artifactId)
    else this.#tags.add(tagId)
    // Counts are statistics: where the database is away, the batch is lost rather than kept growing.
    this.#timer ??= setTimeout(() => void this.flush().catch(() => {}), FLUSH_MILLISECONDS)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const [artifacts, tags, untagged] = [this.#artifacts, this.#tags, this.#untagged]
    this.#artifacts = new Tally()
    this.#tags = new Tally()
    this.#untagged = new Tally()
    if (artifacts.size === 0) return
    const repositories = await this.db.transaction(async (transaction) => {
      await transaction.query(lock)
      if (tags.size > 0) await transaction.query(countTags, tags.columns())
      if (untagged.size > 0) await transaction.query(countTagsOfArtifacts, untagged.columns())
      return transaction.query<{ repository_id: string; pulls: string }>(countArtifacts, artifacts.columns())
    })
    // Apart: a push holds its repository's row first, and may wait for artifacts that this holds.
    await this.db.transaction(async (transaction) => {
      await transaction.query(countRepositories, [
        repositories.map((row) => row.repository_id),
        repositories.map((row) => row.pulls),
      ])
    })
  }
}
