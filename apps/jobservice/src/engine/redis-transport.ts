import type { Logger } from '@berth/telemetry'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { PendingExecution } from './execution-store.js'

export interface RedisTransportOptions {
  readonly redis: {
    readonly host: string
    readonly port: number
    readonly password?: string | undefined
    readonly database: number
  }
  /** How many executions this process runs at the same time. */
  readonly concurrency: number
  readonly logger: Logger
  /** Runs an execution. Rejecting drops the message: the execution is pending in PostgreSQL and will be sent again. */
  readonly execute: (id: string) => Promise<void>
}

interface Message {
  readonly id: string
}

const QUEUE = 'jobs'
const PREFIX = 'berth'

/**
 * Carries the ids of pending executions to a free worker. It may lose everything it holds: the same executions are sent again
 * until they are no longer pending.
 */
export class RedisTransport {
  readonly #redis: Redis
  readonly #queue: Queue<Message>
  readonly #worker: Worker<Message>

  constructor({ redis, concurrency, logger, execute }: RedisTransportOptions) {
    this.#redis = new Redis({
      host: redis.host,
      port: redis.port,
      db: redis.database,
      ...(redis.password === undefined ? {} : { password: redis.password }),
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 100, 2000),
    })
    let reachable = true
    this.#redis.on('error', (error: Error) => {
      if (reachable) logger.warn({ err: error }, 'Redis is not reachable')
      reachable = false
    })
    this.#redis.on('ready', () => {
      if (!reachable) logger.info('Redis is reachable again')
      reachable = true
    })
    const connection = { connection: this.#redis, prefix: PREFIX }
    this.#queue = new Queue(QUEUE, { ...connection, streams: { events: { maxLen: 100 } } })
    this.#worker = new Worker(QUEUE, (message) => execute(message.data.id), {
      ...connection,
      concurrency,
      runRetryDelay: 1000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    })
    // Connection errors arrive here once for each of BullMQ's own connections, and are logged above.
    this.#queue.on('error', () => {})
    this.#worker.on('error', (error) => logger.debug({ err: error }, 'worker error'))
    this.#worker.on('failed', (message, error) =>
      logger.warn({ err: error, execution: message?.data.id }, 'message dropped: the execution waits in PostgreSQL'),
    )
  }

  /** Sends executions to the workers. One that is already on its way is not sent twice. Waits while Redis is down. */
  async send(executions: readonly PendingExecution[]): Promise<void> {
    if (executions.length === 0) return
    await this.#queue.addBulk(
      executions.map(({ id, attempts }) => ({
        name: QUEUE,
        data: { id },
        // The attempt is part of it: the message of an attempt whose worker was killed stays for a while.
        opts: { jobId: `execution-${id}-${attempts}`, removeOnComplete: true, removeOnFail: true },
      })),
    )
  }

  /** @throws {Error} when Redis does not answer */
  async check(): Promise<void> {
    if (this.#redis.status !== 'ready') throw new Error(`no connection to Redis (${this.#redis.status})`)
    await this.#redis.ping()
  }

  /** Ends every connection. Does not wait for what is running: drain the runner first. */
  async stop(): Promise<void> {
    await Promise.allSettled([this.#worker.close(true), this.#queue.close()])
    this.#redis.disconnect()
  }
}
