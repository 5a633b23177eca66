import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { inWords, runStatuses } from '../../operation/executions/run-words.js'

const never = rest.NEVER

/** Runs of a policy as Harbor's `RetentionExecution`, with what they come to. */
export const retentionExecutionView = {
  row: rest.retentionExecution,
  isSmall: true,
  columns: sql`e.id, e.subject_id as policy_id, ${utc(sql`e.created_at`)} as start_time,
    coalesce(${utc(sql`e.ended_at`)}, ${never}) as end_time,
    ${inWords(sql`e.status`, runStatuses)} as status,
    case e.trigger when 'schedule' then 'Schedule' else 'Manual' end as trigger,
    coalesce((e.payload->>'dry_run')::boolean, false) as dry_run, (e.payload->>'preview')::bigint as preview,
    coalesce((e.result->>'version')::integer = x.version, false) as is_current, e.error,
    coalesce((e.task_sums->>'total')::bigint, t.total, 0) as total,
    coalesce((e.task_sums->>'retained')::bigint, t.retained, 0) as retained`,
  from: sql`job_execution e`,
  // What tasks of a run came to that has ended with its last one is summed already.
  details: sql`left join retention_policy x on x.id = e.subject_id
    cross join lateral (
      select sum((t.result->>'total')::bigint) as total, sum((t.result->>'retained')::bigint) as retained
      from job_execution t where t.parent_id = e.id and e.task_sums is null) t`,
  fields: {
    id: { type: 'integer', expression: sql`e.id`, sortable: true },
    creation_time: { type: 'time', expression: sql`e.created_at`, sortable: true },
    start_time: { type: 'time', expression: sql`e.created_at`, sortable: true },
  },
  defaultSort: '-id',
  key: sql`e.id`,
} satisfies ListView
