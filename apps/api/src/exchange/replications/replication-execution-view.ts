import { type ReplicationTrigger, rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { inWords, runStatuses } from '../../operation/executions/run-words.js'

/** Runs of every rule, which are no tasks of another. */
export const rootRuns = sql`e.job = 'replication' and e.subject_kind = 'replication' and e.parent_id is null`

/** Harbor's words for what starts runs, and ours. */
export const runTriggers = {
  manual: 'manual',
  scheduled: 'schedule',
  event_based: 'event',
} as const satisfies Readonly<Record<ReplicationTrigger, string>>

/** Runs as Harbor's `ReplicationExecution`, with how their tasks fare. */
export const replicationExecutionView = {
  row: rest.replicationExecution,
  columns: sql`e.id, e.subject_id as policy_id,
    ${inWords(sql`e.status`, runStatuses)} as status, ${inWords(sql`e.trigger`, runTriggers)} as trigger,
    ${utc(sql`e.created_at`)} as start_time, coalesce(${utc(sql`e.ended_at`)}, ${rest.NEVER}) as end_time,
    coalesce(left(e.error, 2000), '') as status_text, tasks.*`,
  from: sql`job_execution e`,
  // Those of a run that has ended with its last task are counted already, however many there were.
  details: sql`cross join lateral (
    select (e.counts->>'total')::int as total, (e.counts->>'failed')::int as failed, (e.counts->>'done')::int as succeed,
      0 as in_progress, (e.counts->>'stopped')::int as stopped
    where e.task_sums is not null
    union all
    select count(*)::int, count(*) filter (where t.status = 'error')::int, count(*) filter (where t.status = 'success')::int,
      count(*) filter (where t.status in ('pending', 'running'))::int, count(*) filter (where t.status = 'stopped')::int
    from job_execution t where t.parent_id = e.id having e.task_sums is null) tasks`,
  fields: {
    id: { type: 'integer', expression: sql`e.id`, sortable: true },
    policy_id: { type: 'integer', expression: sql`e.subject_id` },
  },
  defaultSort: '-id',
  key: sql`e.id`,
} satisfies ListView
