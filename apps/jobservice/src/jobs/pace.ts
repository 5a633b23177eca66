import { setTimeout as sleep } from 'node:timers/promises'

/** Keeps work to a number of bytes per second. Time in which nothing was asked for is not made up for. */
export class Pace {
  readonly #bytesPerSecond: number
  #due = 0

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond
  }

  /** Resolves once these bytes had their time. Rejects when `signal` fires. */
  async spend(bytes: number, signal: AbortSignal): Promise<void> {
    const now = performance.now()
    this.#due = Math.max(this.#due, now) + (bytes / this.#bytesPerSecond) * 1000
    await sleep(this.#due - now, undefined, { signal })
  }
}
