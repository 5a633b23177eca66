import type { JobClass } from '@berth/contracts'
import type { Logger } from '@berth/telemetry'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { PendingExecution } from './backlog.js'

export interface RedisTransportOptions {
  readonly redis: {
    readonly host: string
    readonly port: number
    readonly password?: string | undefined
    readonly database: number
  }
  /** How many executions of each class this process runs at the same time. Has an entry for each class that is sent. */
  readonly workers: ReadonlyMap<JobClass, number>
  readonly logger: Logger
  /** Runs an execution. Rejecting drops the message: the execution is pending in PostgreSQL and will be sent again. */
  readonly execute: (id: string) => Promise<void>
}

interface Message {
  readonly id: string
}

interface Lane {
  readonly queue: Queue<Message>
  readonly worker: Worker<Message>
}

const PREFIX = 'berth'

/**
 * Carries the ids of pending executions to a free worker, each class in a queue of its own. It may lose everything it holds: the
 * same executions are sent again until they are no longer pending.
 */
export class RedisTransport {
  readonly #redis: Redis
  readonly #lanes: ReadonlyMap<JobClass, Lane>

  constructor({ redis, workers, logger, execute }: RedisTransportOptions) {
    this.#redis = connect(redis, logger)
    this.#lanes = new Map(
      [...workers].map(([name, concurrency]) => [name, openLane(this.#redis, { name, concurrency, logger, execute })]),
    )
  }

  /** Sends executions to the workers. One that is already on its way is not sent twice. Waits while Redis is down. */
  async send(executions: readonly PendingExecution[]): Promise<void> {
    const byClass = Map.groupBy(executions, (execution) => execution.class)
    await Promise.all(
      [...byClass].map(async ([name, some]) => this.#lanes.get(name)?.queue.addBulk(some.map(toMessage))),
    )
  }

  /** @throws {Error} when Redis does not answer */
  async check(): Promise<void> {
    if (this.#redis.status !== 'ready') throw new Error(`no connection to Redis (${this.#redis.status})`)
    await this.#redis.ping()
  }

  /** Ends every connection. Does not wait for what is running: drain the runner first. */
  async stop(): Promise<void> {
    const lanes = [...this.#lanes.values()]
    await Promise.allSettled(lanes.flatMap(({ worker, queue }) => [worker.close(true), queue.close()]))
    this.#redis.disconnect()
  }
}

function toMessage({ id, attempts }: PendingExecution) {
  return {
    name: 'execution',
    data: { id },
    // The attempt is part of it: the message of an attempt whose worker was killed stays for a while.
    opts: { jobId: `execution-${id}-${attempts}`, removeOnComplete: true, removeOnFail: true },
  }
}

function connect(redis: RedisTransportOptions['redis'], logger: Logger): Redis {
  const connection = new Redis({
    host: redis.host,
    port: redis.port,
    db: redis.database,
    ...(redis.password === undefined ? {} : { password: redis.password }),
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  })
  let reachable = true
  connection.on('error', (error: Error) => {
    if (reachable) logger.warn({ err: error }, 'Redis is not reachable')
    reachable = false
  })
  connection.on('ready', () => {
    if (!reachable) logger.info('Redis is reachable again')
    reachable = true
  })
  return connection
}

interface LaneOptions extends Pick<RedisTransportOptions, 'logger' | 'execute'> {
  readonly name: JobClass
  readonly concurrency: number
}

function openLane(redis: Redis, { name, concurrency, logger, execute }: LaneOptions): Lane {
  const connection = { connection: redis, prefix: PREFIX }
  const queue = new Queue<Message>(name, { ...connection, streams: { events: { maxLen: 100 } } })
  const worker = new Worker<Message>(name, (message) => execute(message.data.id), {
    ...connection,
    concurrency,
    runRetryDelay: 1000,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  })
  // Connection errors arrive here once for each of BullMQ's own connections, and are logged above.
  queue.on('error', () => {})
  worker.on('error', (error) => logger.debug({ err: error, class: name }, 'worker error'))
  worker.on('failed', (message, error) =>
    logger.warn({ err: error, execution: message?.data.id }, 'message dropped: the execution waits in PostgreSQL'),
  )
  return { queue, worker }
}
