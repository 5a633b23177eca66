import { jobContracts } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { defineJob, type Job } from '../../engine/job.js'

const KEEP_EXECUTIONS = '30 days'
/** Jobs that run every minute would drown the others: of a schedule's successes the last day is kept, and this many at least. */
const KEEP_SCHEDULED_SUCCESSES = { time: '1 day', count: 100 }
const BATCH = 10_000

/** The tasks of an execution go with it, and not before. */
const prune = {
  name: 'prune_executions',
  text: `
    delete from job_execution where id in (
      select id from (
        select *, row_number() over (
          partition by job, subject_kind, subject_id, trigger, status order by id desc) as place
        from job_execution where status in ('success', 'error', 'stopped') and parent_id is null
      ) as ended
      where ended_at < now() - interval '${KEEP_EXECUTIONS}'
        or trigger = 'schedule' and status = 'success' and place > ${KEEP_SCHEDULED_SUCCESSES.count}
          and ended_at < now() - interval '${KEEP_SCHEDULED_SUCCESSES.time}'
      limit ${BATCH})
    returning id`,
}

/** Removes records of ended executions that are too old to be looked at. */
export function pruneExecutions(database: Queryable): Job {
  return defineJob({
    name: 'prune-executions',
    ...jobContracts['prune-executions'],
    timeLimitSeconds: 1800,
    attempts: 1,
    schedule: '23 3 * * *',
    async run(_payload, { signal, progress }) {
      let executions = 0
      for (let count = BATCH; count === BATCH;) {
        signal.throwIfAborted()
        count = (await database.query(prune)).length
        executions += count
        progress({ executions })
      }
      return { executions }
    },
  })
}
