import { setTimeout as sleep } from 'node:timers/promises'
import type { Transaction } from '@berth/database'

/**
 * For how long a process may answer again what it has read, counted from before it asked (Gray and Cheriton, "Leases", 1989).
 * It needs no word between processes: a change that takes something away counts as done once every lease from before it has run
 * out. One gap is left: a tag that one client pushes anew while the deletion by another is not yet answered may still show its old
 * manifest for that long.
 */
export const LEASE_MILLISECONDS = 25

/** Timers may fire up to a millisecond early. */
const TIMER_MILLISECONDS = 2

/** For the proxy to see the next second, too: it reads the clock once for all that it does at a time. */
const CLOCK_MILLISECONDS = 50

/** On what a look-up found; or on the file that a pull gets, which the proxy may send again until the second is over. */
export type LeaseKind = 'look-up' | 'pull'

/** Says that the transaction takes away what look-ups find: it counts as done when nobody can be told the old state any more. */
export function endLeases(transaction: Transaction, kind: LeaseKind): void {
  transaction.afterCommit(kind === 'pull' ? leasesOfPullsEnd : leasesEnd)
}

/** Resolves when nobody can answer any more what was read before this call. */
export async function leasesEnd(): Promise<void> {
  await sleep(LEASE_MILLISECONDS + TIMER_MILLISECONDS)
}

async function leasesOfPullsEnd(): Promise<void> {
  await leasesEnd()
  await sleep(1000 - (Date.now() % 1000) + CLOCK_MILLISECONDS)
}
