import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { type JobClass, POOL_SILENCE } from '@berth/contracts'
import type { Queryable } from '@berth/database'

const INTERVAL_MS = 10_000

const beat = {
  name: 'worker_pool_beats',
  text: `
    with silent as (delete from worker_pool where heartbeat_at < now() - interval '${POOL_SILENCE}' and id <> $1)
    insert into worker_pool (id, host, pid, workers, lease_seconds) values ($1, $2, $3, $4, $5)
    on conflict (id) do update set heartbeat_at = now()`,
}

const leave = { name: 'worker_pool_leaves', text: 'delete from worker_pool where id = $1' }

/** The workers of this process, as operators see them. */
export class WorkerPool {
  readonly id = randomUUID()
  #nextBeat = 0

  /** @param workers how many of each class */
  constructor(
    private readonly database: Queryable,
    private readonly workers: Readonly<Partial<Record<JobClass, number>>>,
    private readonly leaseSeconds: number,
  ) {}

  /** Says that they are there. Does nothing but every ten seconds. */
  async beat(): Promise<void> {
    if (performance.now() < this.#nextBeat) return
    await this.database.query(beat, [this.id, hostname(), process.pid, this.workers, this.leaseSeconds])
    this.#nextBeat = performance.now() + INTERVAL_MS
  }

  async leave(): Promise<void> {
    await this.database.query(leave, [this.id])
  }
}
