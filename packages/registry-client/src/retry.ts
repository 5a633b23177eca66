import { setTimeout as sleep } from 'node:timers/promises'
import { isTransient, RegistryError } from './registry-error.js'

const ATTEMPTS = 4
const FIRST_WAIT = 250
const LONGEST_WAIT = 30_000

/** Milliseconds to wait after a number of failures: twice as long each time, and never for all callers alike. */
function waitAfter(failures: number, error: unknown): number {
  const asked = error instanceof RegistryError && error.retryAfter !== undefined ? error.retryAfter * 1000 : 0
  const backoff = FIRST_WAIT * 2 ** (failures - 1) * (0.5 + Math.random())
  return Math.min(LONGEST_WAIT, Math.max(asked, backoff))
}

/** Counts faults in a row, and waits after each that may pass by itself. */
export class Patience {
  #failures = 0

  constructor(
    private readonly signal: AbortSignal | undefined,
    private readonly attempts = ATTEMPTS,
  ) {}

  /** Something went forward. */
  reset(): void {
    this.#failures = 0
  }

  /** @throws what it is given, where trying again is of no use: after some faults, or at once where it does not pass by itself */
  async wait(error: unknown, mayPass = isTransient(error)): Promise<void> {
    this.#failures += 1
    if (this.#failures >= this.attempts || !mayPass) throw error
    await sleep(waitAfter(this.#failures, error), undefined, this.signal ? { signal: this.signal } : {})
  }
}

/** Does something again while its faults may pass by themselves. */
export async function retry<T>(signal: AbortSignal | undefined, work: () => Promise<T>, attempts?: number): Promise<T> {
  const patience = new Patience(signal, attempts)
  for (;;) {
    try {
      return await work()
    } catch (error) {
      await patience.wait(error)
    }
  }
}
