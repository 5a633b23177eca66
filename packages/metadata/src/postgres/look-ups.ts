import { LRUCache } from 'lru-cache'
import { LEASE_MILLISECONDS } from './lease.js'

/** Statements in flight at a time. Look-ups that come meanwhile gather for the next one. */
const IN_FLIGHT = 2
/** Most answers that are remembered: more than come within the time of one lease. */
const LEASES = 1_000

/** What a look-up found. */
export interface Lease<Value> {
  readonly value: Value
  /** On the clock of `performance.now()`: until then the same answer may be given again. */
  readonly until: number
}

interface Waiting<Key, Value> {
  readonly key: Key
  readonly resolve: (lease: Lease<Value> | undefined) => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers look-ups into one statement: those of one turn of the event loop, and under load those that come while others are under
 * way. A statement begins after every look-up that it answers, so each sees what was committed before it was asked for. What was
 * found is answered again for the time of a lease; what was not found never is.
 *
 * Such a statement goes from key to repository to row, each `cross join lateral (... limit 1)`: as plain joins, PostgreSQL may begin at
 * the other end, with every repository that links a common digest or everything that a large repository holds.
 */
export class LookUps<Key, Value extends object> {
  #waiting: Waiting<Key, Value>[] = []
  #inFlight = 0
  #isScheduled = false
  readonly #leases = new LRUCache<string, Lease<Value>>({ max: LEASES })

  /**
   * @param load answers each key at its own place, undefined where there is nothing
   * @param nameOf tells keys apart
   * @param milliseconds of a lease; for some answers shorter than for others
   */
  constructor(
    private readonly load: (keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>,
    private readonly nameOf: (key: Key) => string,
    private readonly milliseconds: number | ((value: Value, key: Key) => number) = LEASE_MILLISECONDS,
  ) {}

  async find(key: Key): Promise<Value | undefined> {
    return (await this.lease(key))?.value
  }

  /** As {@link find}, with how long the answer counts: for whoever remembers what came of it. */
  lease(key: Key): Promise<Lease<Value> | undefined> {
    const leased = this.#leases.get(this.nameOf(key))
    if (leased && leased.until > performance.now()) return Promise.resolve(leased)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject })
      this.#schedule()
    })
  }

  /** Who asks next for a key gets what is there then. */
  forget(key: Key): void {
    this.#leases.delete(this.nameOf(key))
  }

  #lifeOf(value: Value, key: Key): number {
    return typeof this.milliseconds === 'number' ? this.milliseconds : this.milliseconds(value, key)
  }

  #schedule(): void {
    if (this.#isScheduled || this.#inFlight >= IN_FLIGHT || this.#waiting.length === 0) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      void this.#run()
    })
  }

  async #run(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    this.#inFlight += 1
    const start = performance.now()
    try {
      const values = await this.load(batch.map((one) => one.key))
      for (const [index, { key, resolve }] of batch.entries()) {
        const value = values[index]
        const lease = value && { value, until: start + this.#lifeOf(value, key) }
        if (lease) this.#leases.set(this.nameOf(key), lease)
        resolve(lease)
      }
    } catch (error) {
      for (const one of batch) one.reject(error)
    } finally {
      this.#inFlight -= 1
      this.#schedule()
    }
  }
}

/**
 * What a statement found for the keys of a batch, as {@link LookUps} wants it.
 * @param rows each with the place of its key, counted from 1
 */
export function atPlaces<Row extends { place: string }, Value>(
  rows: readonly Row[],
  keys: readonly unknown[],
  toValue: (row: Row) => Value,
): (Value | undefined)[] {
  const found = Array.from<Value | undefined>({ length: keys.length })
  for (const row of rows) found[Number(row.place) - 1] = toValue(row)
  return found
}
