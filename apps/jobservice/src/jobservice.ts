import type { JobClass } from '@berth/contracts'
import type { Database } from '@berth/database'
import { createHealth, createMetrics, type Logger, telemetryPlugin } from '@berth/telemetry'
import { fastify } from 'fastify'
import { classesOf, findPending } from './engine/backlog.js'
import { ExecutionStore } from './engine/execution-store.js'
import { Runner } from './engine/runner.js'
import { findDueWork } from './engine/find-due-work.js'
import type { JobTable } from './engine/job-table.js'
import { runLoop } from './engine/loop.js'
import { dispatchEvents } from './engine/events/dispatch-events.js'
import type { Listener } from './engine/events/listener.js'
import { createListenerTable } from './engine/events/listener-table.js'
import { askAgain } from './engine/events/ask-again.js'
import { createMeters } from './engine/meters.js'
import { fireSchedules, seedSchedules } from './engine/schedules.js'
import { RedisTransport, type RedisTransportOptions } from './engine/redis-transport.js'
import { settleTasks } from './engine/tasks.js'
import { StrangeJobs } from './engine/strange-jobs.js'
import { WorkerPool } from './engine/worker-pool.js'

/** Events dispatched in one transaction, and executions of a class sent in one round. */
const BATCH = 200
/** Events that a listener failed on, each of which it is asked alone. */
const MISSED_BATCH = 20
/** An operator who stops an execution, or watches it, waits no longer than this. */
const HEARTBEAT_MS = 2000

export interface JobserviceOptions {
  readonly listen: { readonly host: string; readonly port: number }
  readonly database: Database
  readonly redis: RedisTransportOptions['redis']
  readonly jobs: JobTable
  readonly listeners: readonly Listener[]
  /** What is done again and again beside the jobs; true: more is waiting. */
  readonly rounds?: Readonly<Record<string, (signal: AbortSignal) => Promise<boolean>>>
  /** How many executions of each class run at the same time. */
  readonly workers: Readonly<Record<JobClass, number>>
  /** An execution whose worker is silent for this long is given to another. */
  readonly leaseSeconds: number
  /** Between two looks at what is waiting in PostgreSQL. */
  readonly pollMs: number
  /** How long running jobs may go on after `stop`. */
  readonly graceMs: number
  readonly logger: Logger
  /** Rejects while the schema is older than this version needs. */
  readonly checkSchema: () => Promise<void>
  readonly checkStorage: () => Promise<void>
}

export interface Jobservice {
  /** Listens, then works as soon as PostgreSQL and Redis let it. @returns the address, as a URL */
  start(): Promise<string>
  /** Lets running jobs finish or hands them back, and closes everything but the database. */
  stop(): Promise<void>
}

export function createJobservice(options: JobserviceOptions): Jobservice {
  const { database, jobs, logger, pollMs } = options
  const listeners = createListenerTable(options.listeners, jobs)
  const metrics = createMetrics('jobservice')
  const meters = createMeters(metrics.registry, database, jobs)

  const workers = classesOf(jobs).map((name) => [name, options.workers[name]] as const)
  const pool = new WorkerPool(database, Object.fromEntries(workers), options.leaseSeconds)
  const store = new ExecutionStore(database, options.leaseSeconds, jobs, pool.id)
  const runner = new Runner({
    store,
    jobs,
    logger,
    heartbeatMs: Math.min(HEARTBEAT_MS, (options.leaseSeconds * 1000) / 6),
    onOutcome: meters.finished,
  })
  const transport = new RedisTransport({
    redis: options.redis,
    workers: new Map(workers),
    logger,
    execute: (id) => runner.execute(id),
  })
  const health = createHealth({
    database: options.checkSchema,
    redis: () => transport.check(),
    storage: options.checkStorage,
  })
  const server = fastify()
  const stopping = new AbortController()
  const loops: Promise<void>[] = []

  const strange = new StrangeJobs(database, jobs, logger)

  const events = { database, jobs, listeners, logger, onFailure: meters.listenerFailed }

  let seeded = false
  const dispatch = async () => {
    if (!seeded) {
      await options.checkSchema()
      await seedSchedules(database, jobs)
      seeded = true
    }
    await pool.beat()
    const due = await findDueWork(database, jobs, listeners)
    const recovered = due.silentWorkers ? await store.recoverExpired() : 0
    if (recovered > 0) logger.warn({ executions: recovered }, 'took back executions of silent workers')
    if (due.tasks) await settleTasks(database)
    const schedules = due.schedules ? await fireSchedules(database, jobs, logger, BATCH) : { taken: 0 }
    const dispatched = due.events ? await dispatchEvents(events, BATCH) : 0
    meters.dispatched(dispatched)
    if (due.missedEvents) await askAgain(events, MISSED_BATCH)
    await strange.look()
    return dispatched === BATCH || schedules.taken === BATCH
  }
  const send = async () => {
    await transport.send(await findPending(database, jobs, BATCH))
    return false
  }

  return {
    async start() {
      await server.register(telemetryPlugin, { metrics, health })
      const address = await server.listen({ host: options.listen.host, port: options.listen.port })
      // Apart, because sending waits while Redis is down, and dispatching must not.
      for (const [name, work] of Object.entries({ dispatch, send })) {
        loops.push(runLoop({ name, intervalMs: pollMs, logger, work }, stopping.signal))
      }
      for (const [name, round] of Object.entries(options.rounds ?? {})) {
        loops.push(runLoop({ name, intervalMs: pollMs, logger, work: () => round(stopping.signal) }, stopping.signal))
      }
      logger.info({ address, jobs: [...jobs.keys()] }, 'started')
      return address
    },
    async stop() {
      stopping.abort()
      await runner.drain(options.graceMs)
      await transport.stop()
      await Promise.allSettled(loops)
      await pool.leave().catch(() => {
        // It is gone in a minute, too.
      })
      await server.close()
      logger.info('stopped')
    },
  }
}
