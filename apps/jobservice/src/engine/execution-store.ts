import type { Pool } from 'pg'
import type { JsonObject } from './job.js'
import type { JobTable } from './job-table.js'
import { inTransaction } from '../transaction.js'

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

/** `$1` names the jobs of which one execution waits for the other. */
const STARTABLE = `
  status = 'pending' and (lease_until is null or lease_until <= now()) and (job <> all ($1) or not exists (
    select from job_execution as other where other.job = execution.job and other.status = 'running'))`

export interface PendingExecution {
  readonly id: string
  readonly attempts: number
}

export class ExecutionStore {
  readonly #pool: Pool
  readonly #leaseSeconds: number
  readonly #jobs: JobTable
  /** Names of jobs that run one at a time. */
  readonly #exclusive: readonly string[]

  /** @param leaseSeconds how long a running execution is left alone without a heartbeat */
  constructor(pool: Pool, leaseSeconds: number, jobs: JobTable) {
    this.#pool = pool
    this.#leaseSeconds = leaseSeconds
    this.#jobs = jobs
    this.#exclusive = [...jobs.values()].filter((job) => job.exclusive).map((job) => job.name)
  }

  /** Executions that may be started now, oldest first. */
  async pending(limit: number): Promise<readonly PendingExecution[]> {
    const { rows } = await this.#pool.query<PendingExecution>(
      `select id, attempts from job_execution as execution where ${STARTABLE} order by id limit $2`,
      [this.#exclusive, limit],
    )
    return rows
  }

  /** Takes a pending execution, or returns `undefined` when somebody else has it or it has ended. */
  async claim(id: string): Promise<Claim | undefined> {
    return inTransaction(this.#pool, async (client) => {
      // Claims come one after the other, so that each sees what the ones before it have started.
      await client.query(`select pg_advisory_xact_lock(hashtextextended('berth: claims', 0))`)
      const { rows } = await client.query<Claim>(
        `update job_execution as execution
         set status = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => $3),
             started_at = coalesce(started_at, now()), error = null
         where id = $2 and ${STARTABLE}
         returning id, job, payload, attempts, progress`,
        [this.#exclusive, id, this.#leaseSeconds],
      )
      return rows[0]
    })
  }

  /** Extends the lease and writes the progress. @returns false when the execution is no longer this worker's */
  async heartbeat(claim: Claim, progress: JsonObject | undefined): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update job_execution
       set lease_until = now() + make_interval(secs => $3), progress = coalesce($4::jsonb, progress)
       where id = $1 and attempts = $2 and status = 'running'`,
      [claim.id, claim.attempts, this.#leaseSeconds, progress ?? null],
    )
    return rowCount === 1
  }

  /** Adds to the log, unless another worker has the execution by now. @param text whole lines */
  async appendLog(claim: Claim, text: string): Promise<void> {
    await this.#pool.query(
      'insert into job_log (execution_id, text) select id, $3 from job_execution where id = $1 and attempts = $2',
      [claim.id, claim.attempts, text],
    )
  }

  /** @returns false when the execution is no longer this worker's */
  async succeed(claim: Claim, result: JsonObject, progress: JsonObject | undefined): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update job_execution
       set status = 'success', result = $3, progress = coalesce($4::jsonb, progress), ended_at = now(), lease_until = null
       where id = $1 and attempts = $2 and status = 'running'`,
      [claim.id, claim.attempts, result, progress ?? null],
    )
    return rowCount === 1
  }

  async fail(claim: Claim, error: string, progress: JsonObject | undefined): Promise<void> {
    await this.#pool.query(
      `update job_execution
       set status = 'error', error = $3, progress = coalesce($4::jsonb, progress), ended_at = now(), lease_until = null
       where id = $1 and attempts = $2 and status = 'running'`,
      [claim.id, claim.attempts, error, progress ?? null],
    )
  }

  /** Keeps how far an execution had come that someone has stopped. */
  async leave(claim: Claim, progress: JsonObject | undefined): Promise<void> {
    await this.#pool.query(
      `update job_execution set progress = coalesce($3::jsonb, progress)
       where id = $1 and attempts = $2 and status = 'stopped'`,
      [claim.id, claim.attempts, progress ?? null],
    )
  }

  /** Puts a failed attempt back, to be repeated after `delaySeconds`. */
  async retry(claim: Claim, error: string, delaySeconds: number, progress: JsonObject | undefined): Promise<void> {
    await this.#pool.query(
      `update job_execution
       set status = 'pending', error = $3, progress = coalesce($5::jsonb, progress),
           lease_until = now() + make_interval(secs => $4)
       where id = $1 and attempts = $2 and status = 'running'`,
      [claim.id, claim.attempts, error, delaySeconds, progress ?? null],
    )
  }

  /** Gives an execution back that this service cannot finish because it stops. The start does not count. */
  async handBack(claim: Claim, progress: JsonObject | undefined): Promise<void> {
    await this.#pool.query(
      `update job_execution
       set status = 'pending', attempts = attempts - 1, progress = coalesce($3::jsonb, progress), lease_until = null
       where id = $1 and attempts = $2 and status = 'running'`,
      [claim.id, claim.attempts, progress ?? null],
    )
  }

  /**
   * Takes running executions back whose worker has fallen silent: to be repeated, or ended where no attempt is left or this version
   * does not know the job.
   */
  async recoverExpired(): Promise<number> {
    const { rowCount } = await this.#pool.query(
      `with silent as (
         select execution.id, execution.attempts < coalesce(rule.attempts, 0) as again
         from job_execution as execution
         left join unnest($1::text[], $2::int[]) as rule (job, attempts) on rule.job = execution.job
         where execution.status = 'running' and execution.lease_until < now()
         for update of execution skip locked)
       update job_execution as execution
       set status = case when silent.again then 'pending' else 'error' end,
           ended_at = case when not silent.again then now() end,
           error = 'The worker fell silent during attempt ' || execution.attempts || '.',
           lease_until = null
       from silent where execution.id = silent.id`,
      [[...this.#jobs.keys()], [...this.#jobs.values()].map((job) => job.attempts)],
    )
    return rowCount ?? 0
  }
}
