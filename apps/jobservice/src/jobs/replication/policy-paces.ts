import type { Queryable } from '@berth/database'
import { Pace } from '../pace.js'
import type { ReplicationPolicy } from './policies.js'

/** Milliseconds after which it is asked again who copies. */
const ASKED_MS = 5_000

/** Jobservices in which something of a policy is copied. */
const countAtWork = {
  name: 'count_pools_of_replication',
  text: `
    select count(distinct worker_pool)::int as pools from job_execution
    where job = 'replication-task' and subject_kind = 'replication' and subject_id = $1 and status = 'running'
      and lease_until is not null`,
}

/** What a task keeps to while it copies. */
export interface UsedPace extends Pick<Pace, 'spend'>, Disposable {}

interface Shared {
  readonly pace: Pace
  readonly timer: NodeJS.Timeout
  speed: number
  users: number
}

/** The speed of each policy, shared by its tasks here and by those in other jobservices: one that copies nothing of it has no share. */
export class PolicyPaces {
  readonly #shared = new Map<number, Shared>()

  constructor(private readonly database: Queryable) {}

  /** @returns a pace that follows who else copies, until it is disposed of */
  async use({ id, speed }: Pick<ReplicationPolicy, 'id' | 'speed'>): Promise<UsedPace> {
    const shared = this.#shared.get(id) ?? this.#begin(id, speed)
    shared.speed = speed
    shared.users += 1
    await this.#share(id, shared)
    return {
      spend: (bytes, signal) => shared.pace.spend(bytes, signal),
      [Symbol.dispose]: () => {
        shared.users -= 1
        if (shared.users > 0) return
        clearInterval(shared.timer)
        this.#shared.delete(id)
      },
    }
  }

  #begin(id: number, speed: number): Shared {
    const timer = setInterval(() => {
      const found = this.#shared.get(id)
      if (found) void this.#share(id, found)
    }, ASKED_MS)
    const shared = { pace: new Pace(speed * 1024), timer, speed, users: 0 }
    this.#shared.set(id, shared)
    return shared
  }

  /** Where the database does not answer, the share stays as it is. */
  async #share(id: number, { pace, speed }: Shared): Promise<void> {
    const rows = await this.database.query<{ pools: number }>(countAtWork, [id]).catch(() => [])
    const [found] = rows
    if (found) pace.bytesPerSecond = (speed * 1024) / Math.max(1, found.pools)
  }
}
