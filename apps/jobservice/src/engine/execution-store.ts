import { COMMAND_CLASS } from '@berth/contracts'
import { type Database, readDatabaseFailure } from '@berth/database'
import type { Counts, Job, JsonObject } from './job.js'
import type { JobTable } from './job-table.js'

/**
 * `job_execution` is the truth of every job:
 *
 *   pending ──claim──▶ running ──▶ success | error | stopped, where it had no turn
 *      ▲                  │
 *      └── retry, lease expired, handed back
 *
 * `stopped` may be set from outside at any time. `lease_until` is the time before which nobody else takes the row: of a running
 * one because its worker is alive, of a pending one because a failed attempt is to be repeated later. A running one without a
 * lease has no worker: its handler is done, and it waits for its tasks (see `tasks.ts`). `attempts` counts the starts, and is
 * the fence: a worker whose row has another count has lost it.
 */
export interface Claim {
  readonly id: string
  readonly job: string
  readonly payload: unknown
  readonly attempts: number
  /** What the attempt before told last. */
  readonly progress: JsonObject | null
}

/** What a handler has told last of how far it is. */
export interface Told {
  readonly progress?: JsonObject | undefined
  readonly counts?: Counts | undefined
}

/** Locks the row, so that of several workers with the same message one goes on and no other waits. */
const take = {
  name: 'take_execution',
  text: `
    select job, payload from job_execution
    where id = $1 and job = any($2) and status = 'pending' and (lease_until is null or lease_until <= now())
      and not exists (select from job_pause where job_pause.job = job_execution.job)
    for update skip locked`,
}

const start = {
  name: 'start_execution',
  text: `
    update job_execution as execution
    set status = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => $2),
        started_at = coalesce(started_at, now()), error = null, exclusive_key = $3, worker_pool = $4
    where id = $1 and ($3::text is null or not exists (
      select from job_execution as other
      where other.job = execution.job and other.exclusive_key = $3 and other.status = 'running'))
    returning id, job, payload, attempts, progress`,
}

/** With its key written down, it is not sent again while the other one runs. */
const keepWaiting = { name: 'keep_waiting', text: 'update job_execution set exclusive_key = $2 where id = $1' }

/** The execution is still this worker's. Without a lease it is nobody's: a late heartbeat must not bring one back. */
const MINE = `id = $1 and attempts = $2 and status = 'running' and lease_until is not null`
const TOLD = `progress = coalesce($3::jsonb, progress), counts = coalesce($4::jsonb, counts)`

const heartbeat = {
  name: 'execution_heartbeat',
  text: `update job_execution set ${TOLD}, lease_until = now() + make_interval(secs => $5) where ${MINE} returning id`,
}

const succeed = {
  name: 'execution_succeeds',
  text: `
    update job_execution
    set ${TOLD}, result = $5, lease_until = null,
        status = case when family.tasks then 'running' else 'success' end,
        ended_at = case when not family.tasks then now() end
    from (select exists (select from job_execution where parent_id = $1) as tasks) as family
    where ${MINE}
    returning status`,
}

const fail = {
  name: 'execution_fails',
  text: `
    update job_execution set ${TOLD}, status = 'error', error = $5, ended_at = now(), lease_until = null where ${MINE}`,
}

const skip = {
  name: 'skip_execution',
  text: `
    update job_execution set ${TOLD}, status = 'stopped', error = $5, ended_at = now(), lease_until = null where ${MINE}`,
}

const retry = {
  name: 'retry_execution',
  text: `
    update job_execution set ${TOLD}, status = 'pending', error = $5, lease_until = now() + make_interval(secs => $6)
    where ${MINE}`,
}

const handBack = {
  name: 'hand_execution_back',
  text: `update job_execution set ${TOLD}, status = 'pending', attempts = attempts - 1, lease_until = null where ${MINE}`,
}

const leave = {
  name: 'leave_execution',
  text: `update job_execution set ${TOLD} where id = $1 and attempts = $2 and status = 'stopped'`,
}

const appendLog = {
  name: 'append_job_log',
  text: 'insert into job_log (execution_id, text) select id, $3 from job_execution where id = $1 and attempts = $2',
}

/** Tasks that an earlier attempt has added are found again: the unique index tells them by their payloads. */
const spawn = {
  name: 'spawn_execution',
  text: `
    insert into job_execution (job, class, payload, parent_id, trigger, subject_kind, subject_id, started_by)
    select $3, $4, p.payload, id, trigger, subject_kind, subject_id, started_by
    from job_execution cross join (select distinct unnest($5::jsonb[])) p (payload) where ${MINE}
    on conflict (parent_id, job, md5(payload::text)) where parent_id is not null do update set parent_id = excluded.parent_id
    returning id`,
}

const recover = {
  name: 'recover_executions',
  text: `
    with silent as (
      select execution.id, coalesce(execution.attempts < rule.attempts, false) as again
      from job_execution as execution
      left join unnest($1::text[], $2::int[]) as rule (job, attempts) on rule.job = execution.job
      where execution.status = 'running' and execution.lease_until < now()
        and (rule.job is not null or execution.class = $3)
      for update of execution skip locked)
    update job_execution as execution
    set status = case when silent.again then 'pending' else 'error' end,
        ended_at = case when not silent.again then now() end,
        error = 'The ' || case when execution.class = $3 then 'command' else 'worker' end || ' fell silent during attempt '
          || execution.attempts || '.',
        lease_until = null
    from silent where execution.id = silent.id
    returning execution.id`,
}

/** Executions as their workers change them. */
export class ExecutionStore {
  readonly #database: Database
  readonly #leaseSeconds: number
  readonly #jobs: JobTable
  readonly #pool: string

  /**
   * @param leaseSeconds how long a running execution is left alone without a heartbeat
   * @param pool id of the pool whose workers these are
   */
  constructor(database: Database, leaseSeconds: number, jobs: JobTable, pool: string) {
    this.#database = database
    this.#leaseSeconds = leaseSeconds
    this.#jobs = jobs
    this.#pool = pool
  }

  /**
   * Takes a pending execution, or returns `undefined` when somebody else has it, it has ended, it waits for another one with its key,
   * its job is paused, or this version does not know it.
   */
  async claim(id: string): Promise<Claim | undefined> {
    try {
      return await this.#database.transaction(async (transaction) => {
        const [found] = await transaction.query<Pick<Claim, 'job' | 'payload'>>(take, [id, [...this.#jobs.keys()]])
        if (!found) return undefined
        const key = this.#jobs.get(found.job)?.exclusiveKey(found.payload)
        const [claim] = await transaction.query<Claim>(start, [id, this.#leaseSeconds, key, this.#pool])
        if (!claim) await transaction.query(keepWaiting, [id, key])
        return claim
      })
    } catch (error) {
      const failure = readDatabaseFailure(error)
      // Another process has started one with the same key at this moment.
      if (failure?.kind === 'unique' && failure.constraint === 'job_execution_exclusive') return undefined
      throw error
    }
  }

  /** Extends the lease and writes what was told. @returns false when the execution is no longer this worker's */
  async heartbeat(claim: Claim, told: Told): Promise<boolean> {
    const rows = await this.#database.query(heartbeat, [...mine(claim, told), this.#leaseSeconds])
    return rows.length === 1
  }

  /** Adds to the log, unless another worker has the execution by now. @param text whole lines */
  async appendLog({ id, attempts }: Claim, text: string): Promise<void> {
    await this.#database.query(appendLog, [id, attempts, text])
  }

  /** Adds tasks of an execution, one for each payload. @returns false when the execution is no longer this worker's */
  async spawn({ id, attempts }: Claim, job: Job, payloads: readonly unknown[]): Promise<boolean> {
    const texts = payloads.map((payload) => JSON.stringify(payload))
    const rows = await this.#database.query(spawn, [id, attempts, job.name, job.class, texts])
    return rows.length > 0
  }

  /**
   * Ends an execution whose handler is done, or leaves it to wait for its tasks.
   *
   * @returns its status, or undefined when the execution is no longer this worker's
   */
  async succeed(claim: Claim, result: JsonObject, told: Told): Promise<'success' | 'running' | undefined> {
    const rows = await this.#database.query<{ readonly status: 'success' | 'running' }>(succeed, [
      ...mine(claim, told),
      result,
    ])
    return rows[0]?.status
  }

  async fail(claim: Claim, error: string, told: Told): Promise<void> {
    await this.#database.query(fail, [...mine(claim, told), error])
  }

  /** Ends an execution that has no turn. */
  async skip(claim: Claim, why: string, told: Told): Promise<void> {
    await this.#database.query(skip, [...mine(claim, told), why])
  }

  /** Keeps how far an execution had come that someone has stopped. */
  async leave(claim: Claim, told: Told): Promise<void> {
    await this.#database.query(leave, mine(claim, told))
  }

  /** Puts a failed attempt back, to be repeated after `delaySeconds`. */
  async retry(claim: Claim, error: string, delaySeconds: number, told: Told): Promise<void> {
    await this.#database.query(retry, [...mine(claim, told), error, delaySeconds])
  }

  /** Gives an execution back that this service cannot finish because it stops. The start does not count. */
  async handBack(claim: Claim, told: Told): Promise<void> {
    await this.#database.query(handBack, mine(claim, told))
  }

  /** Takes running executions back whose worker, or command, has fallen silent: to be repeated, or ended where no attempt is left. */
  async recoverExpired(): Promise<number> {
    const rules = [...this.#jobs.values()]
    const rows = await this.#database.query(recover, [
      rules.map((job) => job.name),
      rules.map((job) => job.attempts),
      COMMAND_CLASS,
    ])
    return rows.length
  }
}

function mine({ id, attempts }: Claim, { progress, counts }: Told): unknown[] {
  return [id, attempts, progress ?? null, counts ?? null]
}
