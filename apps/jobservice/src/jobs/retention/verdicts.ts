import type { Database, Queryable } from '@berth/database'
import type { Candidate } from '@berth/metadata'
import type { Digest } from '@berth/oci'

/** What a run says of an artifact. */
export interface Verdict {
  readonly candidate: Candidate
  readonly outcome: 'stays' | 'goes' | 'gone' | 'spared'
  /** Numbers of rules. */
  readonly keptBy: readonly number[]
  readonly because?: 'tag-rule' | 'part-of-index' | 'changed' | 'not-in-preview' | 'brake' | 'refused'
  readonly detail?: string | undefined
}

/** Tags that are told of one artifact. */
const TAGS = 20

/** A task that is started again says what it says now; what has gone has gone. */
const forget = {
  name: 'forget_retention_verdicts',
  text: `delete from retention_verdict where execution_id = $1 and outcome <> 'gone'`,
}

const add = {
  name: 'add_retention_verdicts',
  text: `
    insert into retention_verdict (run_id, execution_id, repository, digest, tags, tag_count, size, pushed_at, pulled_at, outcome,
      kept_by, because, detail)
    select $1, $2, $3, v.digest, v.tags, v.tag_count, v.size, to_timestamp(v.pushed / 1000), to_timestamp(v.pulled / 1000),
      v.outcome, v.kept_by, v.because, v.detail
    from jsonb_to_recordset($4) as v (digest text, tags text[], tag_count integer, size bigint, pushed float8, pulled float8,
      outcome text, kept_by smallint[], because text, detail text)
    on conflict (execution_id, digest) do nothing`,
}

const sums = {
  name: 'sum_retention_verdicts',
  text: `
    select count(*)::int as total, (count(*) filter (where outcome not in ('goes', 'gone')))::int as retained
    from retention_verdict where execution_id = $1`,
}

const gone = {
  name: 'list_gone_by_retention',
  text: `
    select coalesce(tags[1], digest) as reference from retention_verdict
    where execution_id = $1 and outcome = 'gone' order by id limit $2`,
}

/** In the task of the same repository, which is found first: by it and a digest there is one row. */
const previewed = {
  name: 'list_previewed',
  text: `
    select digest from retention_verdict
    where execution_id = (select execution_id from retention_verdict where run_id = $1 and repository = $2 limit 1)
      and digest = any ($3) and outcome = 'goes'`,
}

/** The table of what a task says. */
export class Verdicts {
  constructor(
    private readonly database: Database,
    private readonly task: { readonly run: number; readonly execution: number; readonly path: string },
  ) {}

  /** Begins, or begins again. */
  async begin(): Promise<void> {
    await this.database.query(forget, [this.task.execution])
  }

  async add(verdicts: readonly Verdict[], db: Queryable = this.database): Promise<void> {
    const rows = verdicts.map(({ candidate, outcome, keptBy, because, detail }) => ({
      digest: candidate.digest,
      tags: candidate.tags.slice(0, TAGS),
      tag_count: candidate.tags.length,
      size: candidate.size,
      pushed: candidate.pushedAt,
      pulled: candidate.pulledAt,
      outcome,
      kept_by: keptBy,
      because,
      detail,
    }))
    const { run, execution, path } = this.task
    await db.query(add, [run, execution, path, JSON.stringify(rows)])
  }

  async sums(): Promise<{ total: number; retained: number }> {
    const [row] = await this.database.query<{ total: number; retained: number }>(sums, [this.task.execution])
    return row ?? { total: 0, retained: 0 }
  }

  /** The first of what has gone, each by a tag or by its digest. */
  async gone(most: number): Promise<string[]> {
    const rows = await this.database.query<{ reference: string }>(gone, [this.task.execution, most])
    return rows.map(({ reference }) => reference)
  }

  /** Those of some artifacts of which the dry run `preview` said that they would go. */
  async previewed(preview: number, some: readonly Candidate[]): Promise<Set<Digest>> {
    const digests = some.map(({ digest }) => digest)
    const rows = await this.database.query<{ digest: Digest }>(previewed, [preview, this.task.path, digests])
    return new Set(rows.map(({ digest }) => digest))
  }
}
