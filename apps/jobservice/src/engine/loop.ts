import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@berth/telemetry'

const LONGEST_PAUSE_MS = 5000

export interface LoopOptions {
  readonly name: string
  readonly intervalMs: number
  readonly logger: Logger
  /** One round. Resolving to true means that more is waiting: the next round follows at once. */
  readonly work: () => Promise<boolean>
}

/**
 * Does `work` again and again until `signal` fires. A round that fails is repeated after a growing pause: the log says so when
 * failing begins and when it ends, not each time.
 */
export async function runLoop({ name, intervalMs, logger, work }: LoopOptions, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    let more = false
    try {
      more = await work()
      if (failures > 0) logger.info({ loop: name, failures }, 'works again')
      failures = 0
    } catch (error) {
      if (failures === 0) logger.warn({ err: error, loop: name }, 'fails, and will be tried again')
      failures += 1
    }
    if (more) continue
    const pause = Math.min(intervalMs * 2 ** Math.min(failures, 10), Math.max(LONGEST_PAUSE_MS, intervalMs))
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}
