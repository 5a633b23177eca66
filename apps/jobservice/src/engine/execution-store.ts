import type { Database } from '@berth/database'
import sql from 'sql-template-tag'
import type { JsonObject } from './job.js'
import type { JobTable } from './job-table.js'

/**
 * `job_execution` is the truth of every job:
 *
 *   pending ──claim──▶ running ──▶ success | error
 *      ▲                  │
 *      └── retry, lease expired, handed back
 *
 * `stopped` may be set from outside at any time. `lease_until` is the time before which nobody else takes the row: of a running
 * one because its worker is alive, of a pending one because a failed attempt is to be repeated later. `attempts` counts the
 * starts, and is the fence: a worker whose row has another count has lost it.
 */
export interface Claim {
  readonly id: string
  readonly job: string
  readonly payload: unknown
  readonly attempts: number
  /** What the attempt before told last. */
  readonly progress: JsonObject | null
}

/** @param exclusive names of jobs of which one execution waits for the other */
const startable = (exclusive: readonly string[]) => sql`
  status = 'pending' and (lease_until is null or lease_until <= now()) and (job <> all (${exclusive}) or not exists (
    select from job_execution as other where other.job = execution.job and other.status = 'running'))`

export interface PendingExecution {
  readonly id: string
  readonly attempts: number
}

export class ExecutionStore {
  readonly #database: Database
  readonly #leaseSeconds: number
  readonly #jobs: JobTable
  /** Names of jobs that run one at a time. */
  readonly #exclusive: readonly string[]

  /** @param leaseSeconds how long a running execution is left alone without a heartbeat */
  constructor(database: Database, leaseSeconds: number, jobs: JobTable) {
    this.#database = database
    this.#leaseSeconds = leaseSeconds
    this.#jobs = jobs
    this.#exclusive = [...jobs.values()].filter((job) => job.exclusive).map((job) => job.name)
  }

  /** Executions that may be started now, oldest first. */
  async pending(limit: number): Promise<readonly PendingExecution[]> {
    return this.#database.rows<PendingExecution>(sql`
      select id, attempts from job_execution as execution where ${startable(this.#exclusive)} order by id limit ${limit}`)
  }

  /** Takes a pending execution, or returns `undefined` when somebody else has it or it has ended. */
  async claim(id: string): Promise<Claim | undefined> {
    return this.#database.transaction(async (transaction) => {
      // Claims come one after the other, so that each sees what the ones before it have started.
      await transaction.rows(sql`select pg_advisory_xact_lock(hashtextextended('berth: claims', 0))`)
      return transaction.row<Claim>(sql`
        update job_execution as execution
        set status = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => ${this.#leaseSeconds}),
            started_at = coalesce(started_at, now()), error = null
        where id = ${id} and ${startable(this.#exclusive)}
        returning id, job, payload, attempts, progress`)
    })
  }

  /** Extends the lease and writes the progress. @returns false when the execution is no longer this worker's */
  async heartbeat(claim: Claim, progress: JsonObject | undefined): Promise<boolean> {
    const changed = await this.#database.rows(sql`
      update job_execution
      set lease_until = now() + make_interval(secs => ${this.#leaseSeconds}),
        progress = coalesce(${progress ?? null}::jsonb, progress)
      where id = ${claim.id} and attempts = ${claim.attempts} and status = 'running'
      returning id`)
    return changed.length === 1
  }

  /** Adds to the log, unless another worker has the execution by now. @param text whole lines */
  async appendLog(claim: Claim, text: string): Promise<void> {
    await this.#database.rows(sql`
      insert into job_log (execution_id, text)
      select id, ${text} from job_execution where id = ${claim.id} and attempts = ${claim.attempts}`)
  }

  /** @returns false when the execution is no longer this worker's */
  async succeed(claim: Claim, result: JsonObject, progress: JsonObject | undefined): Promise<boolean> {
    const changed = await this.#database.rows(sql`
      update job_execution
      set status = 'success', result = ${result}, progress = coalesce(${progress ?? null}::jsonb, progress),
        ended_at = now(), lease_until = null
      where id = ${claim.id} and attempts = ${claim.attempts} and status = 'running'
      returning id`)
    return changed.length === 1
  }

  async fail(claim: Claim, error: string, progress: JsonObject | undefined): Promise<void> {
    await this.#database.rows(sql`
      update job_execution
      set status = 'error', error = ${error}, progress = coalesce(${progress ?? null}::jsonb, progress),
        ended_at = now(), lease_until = null
      where id = ${claim.id} and attempts = ${claim.attempts} and status = 'running'`)
  }

  /** Keeps how far an execution had come that someone has stopped. */
  async leave(claim: Claim, progress: JsonObject | undefined): Promise<void> {
    await this.#database.rows(sql`
      update job_execution set progress = coalesce(${progress ?? null}::jsonb, progress)
      where id = ${claim.id} and attempts = ${claim.attempts} and status = 'stopped'`)
  }

  /** Puts a failed attempt back, to be repeated after `delaySeconds`. */
  async retry(claim: Claim, error: string, delaySeconds: number, progress: JsonObject | undefined): Promise<void> {
    await this.#database.rows(sql`
      update job_execution
      set status = 'pending', error = ${error}, progress = coalesce(${progress ?? null}::jsonb, progress),
          lease_until = now() + make_interval(secs => ${delaySeconds})
      where id = ${claim.id} and attempts = ${claim.attempts} and status = 'running'`)
  }

  /** Gives an execution back that this service cannot finish because it stops. The start does not count. */
  async handBack(claim: Claim, progress: JsonObject | undefined): Promise<void> {
    await this.#database.rows(sql`
      update job_execution
      set status = 'pending', attempts = attempts - 1, progress = coalesce(${progress ?? null}::jsonb, progress), lease_until = null
      where id = ${claim.id} and attempts = ${claim.attempts} and status = 'running'`)
  }

  /**
   * Takes running executions back whose worker has fallen silent: to be repeated, or ended where no attempt is left or this version
   * does not know the job.
   */
  async recoverExpired(): Promise<number> {
    const jobs = [...this.#jobs.values()]
    const [names, attempts] = [jobs.map((job) => job.name), jobs.map((job) => job.attempts)]
    const changed = await this.#database.rows(sql`
      with silent as (
        select execution.id, execution.attempts < coalesce(rule.attempts, 0) as again
        from job_execution as execution
        left join unnest(${names}::text[], ${attempts}::int[]) as rule (job, attempts)
          on rule.job = execution.job
        where execution.status = 'running' and execution.lease_until < now()
        for update of execution skip locked)
      update job_execution as execution
      set status = case when silent.again then 'pending' else 'error' end,
          ended_at = case when not silent.again then now() end,
          error = 'The worker fell silent during attempt ' || execution.attempts || '.',
          lease_until = null
      from silent where execution.id = silent.id
      returning execution.id`)
    return changed.length
  }
}
