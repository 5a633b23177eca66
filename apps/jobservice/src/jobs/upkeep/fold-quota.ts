import { jobContracts } from '@berth/contracts'
import type { Database, Statement } from '@berth/database'
import { defineJob, type Job, type JobContext } from '../../engine/job.js'

const BATCH = 10_000

/** Each takes the oldest deltas, at most `$1` of them, and says how many it took. */
const folds: readonly Statement[] = [
  {
    name: 'fold_quota',
    text: `with chosen as (select id from quota_delta order by id limit $1 for update skip locked),
        taken as (delete from quota_delta using chosen where quota_delta.id = chosen.id returning project_id, bytes),
        added as (
          insert into quota (project_id, used_bytes)
          select project_id, sum(bytes) from taken group by project_id order by project_id
          on conflict (project_id) do update set used_bytes = quota.used_bytes + excluded.used_bytes)
   select count(*) from taken`,
  },
  {
    name: 'fold_storage',
    text: `with chosen as (select id from storage_delta order by id limit $1 for update skip locked),
        taken as (delete from storage_delta using chosen where storage_delta.id = chosen.id returning storage_delta.bytes),
        added as (update storage set bytes = bytes + (select coalesce(sum(bytes), 0) from taken) where exists (select from taken))
   select count(*) from taken`,
  },
]

/** From this part of the limit on a project is near it. */
const NEAR = 0.85

/** Keeps which projects are near their limits, and gives those that have come there. */
const warn = {
  name: 'warn_of_quota',
  text: `
    update quota q set warned_at = case when q.warned_at is null then now() end from project p
    where p.id = q.project_id and (q.warned_at is null) = (q.hard_bytes > 0 and q.used_bytes >= q.hard_bytes * $1::numeric)
    returning p.id as project_id, p.name as project, q.hard_bytes as storage, q.used_bytes as used, q.warned_at is not null as is_near`,
}

interface Crossing {
  readonly project_id: number
  readonly project: string
  readonly storage: string
  readonly used: string
  readonly is_near: boolean
}

async function tellCrossings(database: Database, emit: JobContext['emit']): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const { is_near: isNear, ...crossing } of await transaction.query<Crossing>(warn, [NEAR])) {
      const told = { ...crossing, storage: Number(crossing.storage), used: Number(crossing.used) }
      if (isNear) await emit(transaction, 'quota.warned', told)
    }
  })
}

/**
 * Adds the deltas of pushes and deletions to the usage of their projects and of the whole storage, so that reading a usage stays cheap. Tells
 * of projects that come near their limits. Who reads at the same time sees the same sum: before or after, never between.
 */
export function foldQuota(database: Database): Job {
  return defineJob({
    name: 'fold-quota',
    ...jobContracts['fold-quota'],
    timeLimitSeconds: 300,
    attempts: 1,
    schedule: '* * * * *',
    async run(_payload, { signal, progress, emit }) {
      let folded = 0
      for (const fold of folds) {
        for (let count = BATCH; count === BATCH;) {
          signal.throwIfAborted()
          const [row] = await database.query<{ readonly count: string }>(fold, [BATCH])
          count = Number(row?.count ?? 0)
          folded += count
          progress({ folded })
        }
      }
      await tellCrossings(database, emit)
      return { folded }
    },
  })
}
