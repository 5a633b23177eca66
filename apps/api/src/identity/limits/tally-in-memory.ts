import type { Limit } from './throttle.js'

const CAPACITY = 10_000

interface Window {
  count: number
  readonly endsAt: number
}

/** Counts events per key within a window that starts with the first of them. */
export class TallyInMemory {
  private readonly windows = new Map<string, Window>()

  constructor(private readonly now: () => number = Date.now) {}

  /** Seconds until the key may go on; 0 when it may now. */
  waitFor(key: string, limit: Limit): number {
    const window = this.current(key)
    return window && window.count >= limit.times ? Math.ceil((window.endsAt - this.now()) / 1000) : 0
  }

  count(key: string, limit: Limit): void {
    const window = this.current(key)
    if (window) window.count += 1
    else this.windows.set(key, { count: 1, endsAt: this.now() + limit.windowSeconds * 1000 })
    const oldest = this.windows.keys().next()
    if (this.windows.size > CAPACITY && !oldest.done) this.windows.delete(oldest.value)
  }

  forget(key: string): void {
    this.windows.delete(key)
  }

  private current(key: string): Window | undefined {
    const window = this.windows.get(key)
    if (window && window.endsAt <= this.now()) {
      this.windows.delete(key)
      return undefined
    }
    return window
  }
}
