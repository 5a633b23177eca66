import type { Outcome } from './load/outcome.js'
import type { Content, Need } from './seed.js'
import type { Server, ServerId } from './servers/server.js'

/** How much one round may take. */
export interface Budget {
  /** Of a load that is bounded by time. */
  readonly seconds: number
  /** Part of the large images that a round of pushes would have, at most 1. */
  readonly pushes: number
}

export type Load = (server: Server, content: Content, budget: Budget) => Promise<Outcome>

export interface Target {
  /** The least that Berth's figure should be, as a multiple of the other's. */
  readonly times: number
  readonly of: Extract<ServerId, 'docker-registry' | 'nginx'>
}

/** One line of the benchmark. */
export interface Workload {
  readonly name: string
  readonly unit: 'requests/s' | 'MB/s'
  readonly load: Load
  readonly needs?: readonly Need[]
  /** Bare nginx can do it too. */
  readonly onNginx?: boolean
  /** What it writes is still on its way to the disk when a round ends. */
  readonly writes?: boolean
  readonly target?: Target
}

/** The figure that a workload is compared by. */
export function figure(unit: Workload['unit'], outcome: Outcome): number {
  const amount = unit === 'MB/s' ? outcome.bytes / 1e6 : outcome.requests
  return amount / outcome.seconds
}
