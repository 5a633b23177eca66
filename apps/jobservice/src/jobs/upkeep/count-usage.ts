import { jobContracts } from '@berth/contracts'
import type { Database } from '@berth/database'
import { keepUsage, keepWaitingBytes, listProjectsToCount } from '@berth/metadata'
import { defineJob, type Job } from '../../engine/job.js'

/** Keeps what each project and repository holds, what of it nobody else does, and what waits to be freed. */
export function countUsage(database: Database): Job {
  return defineJob({
    name: 'count-usage',
    ...jobContracts['count-usage'],
    timeLimitSeconds: 3600,
    attempts: 1,
    schedule: '41 * * * *',
    exclusiveBy: () => 'all',
    async run(_payload, { signal, progress }) {
      let projects = 0
      for (const id of await listProjectsToCount(database)) {
        signal.throwIfAborted()
        await keepUsage(database, id)
        progress({ projects: (projects += 1) })
      }
      await keepWaitingBytes(database)
      return { projects }
    },
  })
}
