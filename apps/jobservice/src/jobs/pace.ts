import { setTimeout as sleep } from 'node:timers/promises'

/** Keeps work to a number of bytes per second. Time in which nothing was asked for is not made up for. */
export class Pace {
  #due = 0

  /** @param bytesPerSecond may change: what is asked for from then on has its time by the new one */
  constructor(public bytesPerSecond: number) {}

  /** Resolves once these bytes had their time. Rejects when `signal` fires. */
  async spend(bytes: number, signal: AbortSignal): Promise<void> {
    const now = performance.now()
    this.#due = Math.max(this.#due, now) + (bytes / this.bytesPerSecond) * 1000
    await sleep(this.#due - now, undefined, { signal })
  }
}
