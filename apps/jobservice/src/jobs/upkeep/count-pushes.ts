import { jobContracts } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { defineJob, type Job } from '../../engine/job.js'

/**
 * Of today and yesterday, from the events, in which each push is. A day is counted anew each time, so nothing counts twice; events that
 * are no entries of the audit log go within hours, so a number never falls.
 */
const count = {
  name: 'count_pushes',
  text: `
    insert into daily_activity (day, project_id, pushes)
    select (e.at at time zone 'UTC')::date, e.project_id, count(*)
    from event e join project p on p.id = e.project_id
    where e.type = 'artifact.pushed' and e.at >= ((now() at time zone 'UTC')::date - 1)::timestamp at time zone 'UTC'
    group by 1, 2 order by 1, 2
    on conflict (project_id, day) do update set pushes = greatest(daily_activity.pushes, excluded.pushes)
    returning day`,
}

/** A year and a day is enough for every picture. */
const forget = {
  name: 'forget_activity',
  text: `delete from daily_activity where day < (now() at time zone 'UTC')::date - 366`,
}

/** Keeps how much was pushed into each project on each day. */
export function countPushes(database: Queryable): Job {
  return defineJob({
    name: 'count-pushes',
    ...jobContracts['count-pushes'],
    timeLimitSeconds: 600,
    attempts: 1,
    schedule: '*/15 * * * *',
    exclusiveBy: () => 'all',
    async run() {
      const days = await database.query(count)
      await database.query(forget)
      return { days: days.length }
    },
  })
}
