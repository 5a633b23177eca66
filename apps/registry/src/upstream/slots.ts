import { setTimeout as sleep } from 'node:timers/promises'
import type { AdvisoryLock, AdvisoryLocks } from '@berth/database'
import type { ProxySettings } from '@berth/metadata'
import { UpstreamError } from './upstream-error.js'

/** Milliseconds for which a request waits for others to end, and between two looks. */
const [PATIENCE, LOOK] = [10_000, 100]

/** Leave to send one more request for a project, among all processes. @throws {UpstreamError} where as many as it may have go on */
export async function takeSlot(
  locks: AdvisoryLocks,
  { projectId, connections }: ProxySettings,
): Promise<AdvisoryLock | undefined> {
  if (connections === undefined) return undefined
  const until = performance.now() + PATIENCE
  do {
    const lock = await locks.tryTakePlace(`upstream of project ${projectId}`, connections)
    if (lock) return lock
    await sleep(LOOK)
  } while (performance.now() < until)
  throw new UpstreamError(`the project asks its upstream ${connections} times at once at most: try again`, 'too many')
}
