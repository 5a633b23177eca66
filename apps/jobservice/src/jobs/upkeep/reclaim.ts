import { jobContracts } from '@berth/contracts'
import { reclaimDue, type ReclaimOptions } from './garbage/reclaim-due.js'
import { Tally } from './garbage/tally.js'
import { defineJob, type Job } from '../../engine/job.js'

/** Frees, all the time, what was deleted long enough ago. */
export function reclaim(from: ReclaimOptions['reclaim'], store: ReclaimOptions['store'], delaySeconds: number): Job {
  return defineJob({
    name: 'reclaim',
    ...jobContracts.reclaim,
    timeLimitSeconds: 3600,
    attempts: 3,
    schedule: '* * * * *',
    async run(_payload, context) {
      const tally = new Tally(context, context.resumed)
      await reclaimDue({ reclaim: from, store, delaySeconds, workers: 1 }, tally, context)
      return tally.sums()
    },
  })
}
