import type { Check } from './checks.js'

/** Runs health checks at their intervals and keeps what is wrong at the moment. */
export class HealthMonitor implements Disposable {
  private readonly failures = new Map<string, string>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private stopped = false

  constructor(checks: readonly Check[]) {
    for (const check of checks) this.schedule(check, 0, check.interval)
  }

  /** Name of each failing check to its reason; empty when healthy. */
  get failing(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.failures)
  }

  get healthy(): boolean {
    return this.failures.size === 0
  }

  [Symbol.dispose](): void {
    this.stopped = true
    for (const timer of this.timers) clearTimeout(timer)
  }

  private schedule(check: Check, failuresBefore: number, delay: number): void {
    if (this.stopped) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void this.run(check, failuresBefore)
    }, delay)
    timer.unref()
    this.timers.add(timer)
  }

  private async run(check: Check, failuresBefore: number): Promise<void> {
    let failures = 0
    try {
      await check.run()
      this.failures.delete(check.name)
    } catch (error) {
      failures = failuresBefore + 1
      const why = error instanceof Error ? error.message : String(error)
      if (failures >= Math.max(1, check.threshold)) this.failures.set(check.name, why)
    }
    this.schedule(check, failures, check.interval)
  }
}
