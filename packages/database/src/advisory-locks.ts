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
// Places are made one by one, and none behind the first that is free.
const takePlace = `
  select place from (select generate_series(0, $2::int - 1) as place) as places
  where place <> all ($3::int[]) and pg_try_advisory_lock($1::int, place) limit 1`
const givePlace = 'select pg_advisory_unlock($1::int, $2::int)'

/**
 * Locks by name among all processes of an installation. They are held by one connection beside the pool, however many there are and however
 * long they last: whoever is killed holds none any more.
 */
export class AdvisoryLocks implements AsyncDisposable {
  readonly #settings: DatabaseSettings
  /** Held by this process: PostgreSQL would give one connection the same lock twice. */
  readonly #held = new Set<string>()
  /** Places that this process holds, by their name. */
  readonly #places = new Map<string, Places>()
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

  /** One of `count` places of this name, of which each is held by one at a time. @returns undefined where all are held */
  async tryTakePlace(name: string, count: number): Promise<AdvisoryLock | undefined> {
    const places = this.#places.get(name) ?? { held: new Set(), turn: Promise.resolve() }
    this.#places.set(name, places)
    // One after the other, so that each knows what this process holds.
    const taken = places.turn.then(() => this.#takePlace(name, count, places.held))
    const turn = taken.then(
      () => undefined,
      () => undefined,
    )
    places.turn = turn
    return taken
  }

  async #takePlace(name: string, count: number, held: Set<number>): Promise<AdvisoryLock | undefined> {
    if (held.size >= count) return undefined
    const { client, lost } = await this.#connect()
    const key = Number(BigInt.asIntN(32, BigInt(keyOf(name))))
    const { rows } = await client.query<{ place: number }>(takePlace, [key, count, [...held]])
    const place = rows[0]?.place
    if (place === undefined) return undefined
    held.add(place)
    return {
      lost,
      [Symbol.asyncDispose]: async () => {
        if (!held.delete(place) || lost.aborted) return
        await client.query(givePlace, [key, place]).catch(() => undefined)
      },
    }
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

interface Places {
  readonly held: Set<number>
  turn: Promise<void>
}

interface Connection {
  readonly client: Client
  readonly lost: AbortSignal
}

/** PostgreSQL knows its locks by 64 bits. */
function keyOf(name: string): string {
  return String(createHash('sha256').update(`berth: ${name}`).digest().readBigInt64BE())
}
