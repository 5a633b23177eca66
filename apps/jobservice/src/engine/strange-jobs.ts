import type { Queryable } from '@berth/database'
import type { Logger } from '@berth/telemetry'
import { findStrange } from './backlog.js'
import type { JobTable } from './job-table.js'

const INTERVAL_MS = 30_000

/** Says once of each job that this version does not know that its executions are left for a newer one. */
export class StrangeJobs {
  readonly #said = new Set<string>()
  #nextLook = 0

  constructor(
    private readonly database: Queryable,
    private readonly jobs: JobTable,
    private readonly logger: Logger,
  ) {}

  /** Does nothing but every half a minute. */
  async look(): Promise<void> {
    if (performance.now() < this.#nextLook) return
    this.#nextLook = performance.now() + INTERVAL_MS
    for (const { job, class: name } of await findStrange(this.database, this.jobs)) {
      if (this.#said.has(`${name} ${job}`)) continue
      this.#said.add(`${name} ${job}`)
      this.logger.warn({ job, class: name }, 'this version does not know the job: left for one that does')
    }
  }
}
