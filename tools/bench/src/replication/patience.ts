import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 120_000

/** Does it again until it succeeds: what it asks is being killed meanwhile. @throws the last error, after two minutes */
export async function withPatience<Value>(work: () => Promise<Value>): Promise<Value> {
  const endsAt = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > endsAt) throw error
      await sleep(200)
    }
  }
}
