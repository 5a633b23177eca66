/** Statements in flight at a time. Look-ups that come meanwhile gather for the next one. */
const IN_FLIGHT = 2

interface Waiting<Key, Value> {
  readonly key: Key
  readonly resolve: (value: Value | undefined) => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers look-ups into one statement: those of one turn of the event loop, and under load those that come while others are under
 * way. A statement begins after every look-up that it answers, so each sees what was committed before it was asked for.
 */
export class LookUps<Key, Value> {
  #waiting: Waiting<Key, Value>[] = []
  #inFlight = 0
  #isScheduled = false

  /** @param load answers each key at its own place, undefined where there is nothing */
  constructor(private readonly load: (keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>) {}

  find(key: Key): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject })
      this.#schedule()
    })
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
    try {
      const values = await this.load(batch.map((one) => one.key))
      for (const [index, one] of batch.entries()) one.resolve(values[index])
    } catch (error) {
      for (const one of batch) one.reject(error)
    } finally {
      this.#inFlight -= 1
      this.#schedule()
    }
  }
}
