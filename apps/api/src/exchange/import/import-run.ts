import { COMMAND_CLASS, IMPORT_JOB, type Actor } from '@berth/contracts'
import { emit } from '@berth/database'
import sql from 'sql-template-tag'
import type { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'

/** Seconds for which an import is believed to go on that says nothing. */
const LEASE = 60
const BEAT_MS = 3_000
/** Characters of a log that wait to be written. */
const MOST_WAITING = 256 * 1024

/** One part of an import. */
export interface ImportTask {
  say(line: string): void
  /** How far it is. */
  tell(progress: object): void
  /** @param error why it is not whole; absent: it is */
  end(error?: string): Promise<void>
}

/**
 * An import as administrators see it among the runs of jobs: an execution that no worker takes, with a task for each repository. While the
 * command is at work it keeps the leases. Stopped there, it ends here; where it falls silent, the jobservice ends it.
 */
export class ImportRun implements AsyncDisposable {
  readonly #lines = new Map<number, string>()
  readonly #progress = new Map<number, object>()
  readonly #stop = new AbortController()
  readonly #timer: NodeJS.Timeout
  #counts = { total: 0, done: 0, failed: 0 }
  #hasEnded = false

  private constructor(
    private readonly database: Database,
    private readonly id: number,
  ) {
    this.#timer = setInterval(() => void this.#beat().catch(() => undefined), BEAT_MS)
  }

  /** Whatever import from there was under way ends: its command was killed, or sees within seconds that this one goes on for it. */
  static async start(database: Database, source: string, total: number, actor: Actor): Promise<ImportRun> {
    const { kind, id, name } = actor
    const made = await database.transaction(async (transaction) => {
      await transaction.rows(sql`
        with left_behind as (
          select id from job_execution
          where job = ${IMPORT_JOB} and status = 'running' and parent_id is null and payload->>'source' = ${source}
        )
        update job_execution e set status = 'error', error = 'Another import from there goes on for it.', ended_at = now(),
          lease_until = null
        from left_behind l where (e.id = l.id or e.parent_id = l.id) and e.status = 'running'`)
      const row = insertedRow(
        await transaction.row<{ id: string }>(sql`
          insert into job_execution (job, class, trigger, status, payload, started_by, attempts, started_at, lease_until)
          values (${IMPORT_JOB}, ${COMMAND_CLASS}, 'manual', 'running', ${{ source }}, ${{ kind, id, name }}, 1, now(),
            now() + make_interval(secs => ${LEASE}))
          returning id`),
      )
      await emit(transaction, 'job.started', { job: IMPORT_JOB, execution_id: Number(row.id) }, actor)
      return Number(row.id)
    })
    const run = new ImportRun(database, made)
    run.#counts.total = total
    await run.#beat()
    return run
  }

  /** Fires where somebody stops it. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  say(line: string): void {
    this.#add(this.id, line)
  }

  async task(repository: string): Promise<ImportTask> {
    const row = await this.database.row<{ id: string }>(sql`
      insert into job_execution (job, class, parent_id, trigger, status, payload, started_by, attempts, started_at, lease_until)
      select job, class, id, trigger, 'running', ${{ repository }}, started_by, 1, now(), lease_until
      from job_execution where id = ${this.id} and status = 'running' returning id`)
    if (!row) throw this.#gone()
    const id = Number(row.id)
    return {
      say: (line) => this.#add(id, line),
      tell: (progress) => void this.#progress.set(id, progress),
      end: async (error) => {
        this.#counts[error === undefined ? 'done' : 'failed'] += 1
        await this.#settle(id, error, {})
      },
    }
  }

  /** @param error why it has failed; absent: it has not */
  async end(result: object, error?: string): Promise<void> {
    this.#hasEnded = true
    await this.#beat()
    await this.#settle(this.id, error, result)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer)
    if (!this.#hasEnded) await this.end({}, 'The command was ended before its time: give it again, and it goes on.')
  }

  async #settle(id: number, error: string | undefined, result: object): Promise<void> {
    await this.#write(id)
    await this.database.rows(sql`
      update job_execution set status = ${error === undefined ? 'success' : 'error'}, error = ${error?.slice(0, 2000) ?? null},
        result = ${result}, ended_at = now(), lease_until = null
      where (id = ${id} or parent_id = ${id}) and status = 'running'`)
  }

  /** Says that it goes on, and writes what has been told since. */
  async #beat(): Promise<void> {
    const rows = await this.database.rows<{ id: string }>(sql`
      update job_execution set lease_until = now() + make_interval(secs => ${LEASE}),
        counts = case when id = ${this.id} then ${this.#counts}::jsonb else counts end
      where (id = ${this.id} or parent_id = ${this.id}) and status = 'running' returning id`)
    if (!this.#hasEnded && rows.every(({ id }) => Number(id) !== this.id)) this.#stop.abort(this.#gone())
    for (const id of new Set([...this.#lines.keys(), ...this.#progress.keys()])) await this.#write(id)
  }

  async #write(id: number): Promise<void> {
    const [lines, progress] = [this.#lines.get(id), this.#progress.get(id)]
    this.#lines.delete(id)
    this.#progress.delete(id)
    if (lines !== undefined)
      await this.database.rows(sql`insert into job_log (execution_id, text) values (${id}, ${lines})`)
    if (progress !== undefined)
      await this.database.rows(sql`update job_execution set progress = ${progress} where id = ${id}`)
  }

  #add(id: number, line: string): void {
    const before = this.#lines.get(id) ?? ''
    if (before.length < MOST_WAITING) this.#lines.set(id, `${before}${new Date().toISOString()} ${line}\n`)
  }

  #gone(): Error {
    return new Error('The import was stopped, another one goes on for it, or the database was away for too long.')
  }
}
