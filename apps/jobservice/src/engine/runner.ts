import { setTimeout as sleep } from 'node:timers/promises'
import { type Actor, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import type { Logger } from '@berth/telemetry'
import { ZodError } from 'zod'
import { type Counts, type Job, type JobContext, type JsonObject, SkippedError } from './job.js'
import type { JobTable } from './job-table.js'
import type { Claim, ExecutionStore, Told } from './execution-store.js'
import { JobLog } from './job-log.js'

/** Why a signal fired. */
class Aborted extends Error {
  override name = 'Aborted'
  readonly why: 'time limit' | 'shutdown' | 'lost'
  constructor(why: 'time limit' | 'shutdown' | 'lost', message: string) {
    super(message)
    this.why = why
  }
}

const lost = () => new Aborted('lost', 'The execution was stopped or given to another worker.')

/** A handler that ignores its signal for this long is left behind. */
const ABORT_GRACE_MS = 5000
const RETRY_BASE_SECONDS = 10
const RETRY_LIMIT_SECONDS = 600

/** `tasks`: the handler is done, and the tasks that it has added go on. */
export type Outcome = 'success' | 'tasks' | 'error' | 'retry' | 'handed back' | 'lost' | 'skipped'

export interface RunnerOptions {
  readonly store: ExecutionStore
  readonly jobs: JobTable
  readonly logger: Logger
  readonly heartbeatMs: number
  /** Called after each execution. */
  readonly onOutcome?: (job: string, outcome: Outcome, seconds: number) => void
}

/** One start of an execution. */
interface Attempt extends Told {
  readonly job: Job
  readonly claim: Claim
  readonly logger: Logger
  readonly log: JobLog
  progress: JsonObject | undefined
  counts: Counts | undefined
}

/** Repeating could help: not for a payload that never was valid, nor for what a person must mend. */
function isWorthRepeating(error: unknown): boolean {
  return !(error instanceof ZodError) && !(error instanceof UserError)
}

/** Runs executions one by one as they are handed to it, each under a lease. */
export class Runner {
  readonly #options: RunnerOptions
  readonly #shutdown = new AbortController()
  readonly #active = new Set<Promise<unknown>>()
  #draining = false

  constructor(options: RunnerOptions) {
    this.#options = options
  }

  /** Takes and runs a pending execution; nothing happens when it is no longer pending. @throws when PostgreSQL cannot be asked */
  async execute(id: string): Promise<void> {
    if (this.#draining) return
    const work = this.#claimAndRun(id)
    this.#active.add(work)
    try {
      await work
    } finally {
      this.#active.delete(work)
    }
  }

  /** Takes nothing more, lets what runs finish for `graceMs`, then hands it back. */
  async drain(graceMs: number): Promise<void> {
    this.#draining = true
    const patience = new AbortController()
    const late = sleep(graceMs, undefined, { signal: patience.signal }).then(
      () => this.#shutdown.abort(new Aborted('shutdown', 'The service stops.')),
      () => {},
    )
    await Promise.allSettled(this.#active)
    patience.abort()
    await late
  }

  async #claimAndRun(id: string): Promise<void> {
    const { store, jobs, logger, onOutcome } = this.#options
    const claim = await store.claim(id)
    if (!claim) return
    const job = jobs.get(claim.job)
    if (!job) throw new Error(`${claim.job} was claimed and has no handler`)
    const started = performance.now()
    const outcome = await this.#run({
      job,
      claim,
      logger: logger.child({ job: job.name, execution: claim.id }),
      log: new JobLog((text) => store.appendLog(claim, text)),
      progress: undefined,
      counts: undefined,
    })
    onOutcome?.(job.name, outcome, (performance.now() - started) / 1000)
  }

  async #run(attempt: Attempt): Promise<Outcome> {
    const { job, claim, logger } = attempt
    const limit = new AbortController()
    const timer = setTimeout(() => {
      limit.abort(new Aborted('time limit', `Not finished within ${job.timeLimitSeconds} s.`))
    }, job.timeLimitSeconds * 1000)
    const heartbeat = setInterval(() => void this.#beat(attempt, limit), this.#options.heartbeatMs)
    const signal = AbortSignal.any([limit.signal, this.#shutdown.signal])
    try {
      const result = await untilAborted(job.run(claim.payload, this.#contextOf(attempt, signal)), signal)
      await closeLog(attempt)
      const status = await this.#options.store.succeed(claim, result, attempt)
      if (status === undefined) throw lost()
      logger.info({ result, attempt: claim.attempts }, 'job finished')
      return status === 'running' ? 'tasks' : 'success'
    } catch (error) {
      return await this.#settle(attempt, signal.aborted ? signal.reason : error)
    } finally {
      clearTimeout(timer)
      clearInterval(heartbeat)
    }
  }

  #contextOf(attempt: Attempt, signal: AbortSignal): JobContext {
    const { store, jobs } = this.#options
    const { job, claim, logger, log } = attempt
    const actor: Actor = { kind: 'system', id: Number(claim.id), name: job.name }
    return {
      signal,
      logger,
      actor,
      resumed: claim.progress ?? undefined,
      progress: (progress) => {
        attempt.progress = progress
      },
      counts: (counts) => {
        attempt.counts = counts
      },
      report: (line) => log.add(line),
      spawn: async (name, ...payloads) => {
        const task = jobs.get(name)
        if (!task) throw new Error(`There is no job ${name}.`)
        for (const payload of payloads) task.check(payload)
        if (payloads.length > 0 && !(await store.spawn(claim, task, payloads))) throw lost()
      },
      emit: (transaction, type, payload) => emit(transaction, type, payload, actor),
    }
  }

  async #beat(attempt: Attempt, limit: AbortController): Promise<void> {
    const { claim, logger, log } = attempt
    try {
      if (await this.#options.store.heartbeat(claim, attempt)) return await log.flush()
      limit.abort(lost())
    } catch (error) {
      // The lease outlives several heartbeats; when they all fail, another worker takes over.
      logger.warn({ err: error }, 'heartbeat failed')
    }
  }

  async #settle(attempt: Attempt, error: unknown): Promise<Outcome> {
    const { store } = this.#options
    const { job, claim, logger, log } = attempt
    const text = toError(error).message
    log.add(text)
    await closeLog(attempt)
    if (error instanceof Aborted && error.why === 'lost') {
      await store.leave(claim, attempt)
      logger.warn('job lost its execution')
      return 'lost'
    }
    if (error instanceof Aborted && error.why === 'shutdown') {
      await store.handBack(claim, attempt)
      logger.info('job handed back')
      return 'handed back'
    }
    if (error instanceof SkippedError) {
      await store.skip(claim, text, attempt)
      logger.info('job skipped')
      return 'skipped'
    }
    if (claim.attempts < job.attempts && isWorthRepeating(error)) {
      const delay = Math.min(RETRY_BASE_SECONDS * 2 ** (claim.attempts - 1), RETRY_LIMIT_SECONDS)
      await store.retry(claim, text, delay, attempt)
      logger.warn({ err: error, attempt: claim.attempts, repeatInSeconds: delay }, 'job failed, to be repeated')
      return 'retry'
    }
    await store.fail(claim, text, attempt)
    logger.error({ err: error, attempt: claim.attempts }, 'job failed')
    return 'error'
  }
}

/** A log that cannot be written does not change how its job ended. */
async function closeLog({ log, logger }: Attempt): Promise<void> {
  await log.close().catch((error: unknown) => logger.warn({ err: error }, 'log not written'))
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

/** Waits for the work; once the signal has fired, for `ABORT_GRACE_MS` at most. */
async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let patience: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const leave = () => {
      patience = setTimeout(() => reject(toError(signal.reason)), ABORT_GRACE_MS)
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(patience)
  }
}
