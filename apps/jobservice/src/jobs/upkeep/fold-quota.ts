import { jobContracts } from '@berth/contracts'
import type { Pool } from 'pg'
import { defineJob, type Job } from '../../engine/job.js'

const BATCH = 10_000

/**
 * Adds the deltas of pushes and deletions to the usage of their projects, so that reading a usage stays cheap. Who reads at the
 * same time sees the same sum: before or after, never between.
 */
export function foldQuota(pool: Pool): Job {
  return defineJob({
    name: 'fold-quota',
    ...jobContracts['fold-quota'],
    timeLimitSeconds: 300,
    attempts: 1,
    schedule: '* * * * *',
    async run(_payload, { signal, progress }) {
      for (let folded = 0; ;) {
        const { rows } = await pool.query<{ readonly count: string }>(
          `with chosen as (select id from quota_delta order by id limit $1 for update skip locked),
                taken as (delete from quota_delta using chosen where quota_delta.id = chosen.id returning project_id, bytes),
                added as (
                  insert into quota (project_id, used_bytes)
                  select project_id, sum(bytes) from taken group by project_id order by project_id
                  on conflict (project_id) do update set used_bytes = quota.used_bytes + excluded.used_bytes)
           select count(*) from taken`,
          [BATCH],
        )
        const count = Number(rows[0]?.count ?? 0)
        folded += count
        progress({ folded })
        if (count < BATCH) return { folded }
        signal.throwIfAborted()
      }
    },
  })
}
