import { createHash } from 'node:crypto'
import { Client } from 'pg'
import type { DatabaseSettings } from './settings.js'

/** One name among all processes, until it is disposed of, or its process or the connection to PostgreSQL ends. */
export interface AdvisoryLock extends AsyncDisposable {
  /** Fires where the lock went with its connection: somebody else may hold it from then on. */
  readonly lost: AbortSignal
}

const take = 'select pg_try_advisory_lock($1) as taken'
const give = 'select pg_advisory_unlock($1)'

/**
 * Locks by name among all processes of an installation. They are held by one connection beside the pool, however many there are and however
 * long they last: whoever is killed holds none any more.
 */
export class AdvisoryLocks implements AsyncDisposable {
  readonly #settings: DatabaseSettings
  /** Held by this process: PostgreSQL would give one connection the same lock twice. */
  readonly #held = new Set<string>()
  #connection: Promise<Connection> | undefined

  constructor(settings: DatabaseSettings) {
    this.#settings = settings
  }

  /** @returns undefined where somebody holds it */
  async tryTake(name: string): Promise<AdvisoryLock | undefined> {
    if (this.#held.has(name)) return undefined
    this.#held.add(name)
    let isTaken = false
    try {
      const { client, lost } = await this.#connect()
      const { rows } = await client.query<{ taken: boolean }>(take, [keyOf(name)])
      isTaken = rows[0]?.taken === true
      if (!isTaken) return undefined
      return {
        lost,
        [Symbol.asyncDispose]: async () => {
          if (!this.#held.delete(name) || lost.aborted) return
          // Where the connection breaks, the lock is free as well.
          await client.query(give, [keyOf(name)]).catch(() => undefined)
        },
      }
    } finally {
      if (!isTaken) this.#held.delete(name)
    }
  }

  /** Whether anybody holds it now. */
  async isTaken(name: string): Promise<boolean> {
    await using lock = await this.tryTake(name)
    return lock === undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const connection = await this.#connection?.catch(() => undefined)
    await connection?.client.end().catch(() => undefined)
  }

  #connect(): Promise<Connection> {
    return (this.#connection ??= this.#open().catch((error: unknown) => {
      this.#connection = undefined
      throw error
    }))
  }

  async #open(): Promise<Connection> {
    const { host, port, user, password, database } = this.#settings
    const options = { host, port, user, password, database, application_name: 'berth locks', keepAlive: true }
    const client = new Client({ ...options, connectionTimeoutMillis: 3_000, query_timeout: 10_000 })
    const broken = new AbortController()
    const end = () => {
      this.#connection = undefined
      broken.abort()
    }
    client.on('error', end)
    client.on('end', end)
    await client.connect()
    return { client, lost: broken.signal }
  }
}

interface Connection {
  readonly client: Client
  readonly lost: AbortSignal
}

/** PostgreSQL knows its locks by 64 bits. */
function keyOf(name: string): string {
  return String(createHash('sha256').update(`berth: ${name}`).digest().readBigInt64BE())
}
