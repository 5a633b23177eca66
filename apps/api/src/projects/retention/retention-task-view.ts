import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

const never = rest.NEVER
const repository = sql`coalesce(substr(e.payload->>'repository', strpos(e.payload->>'repository', '/') + 1), '')`

/** Tasks of a run as Harbor's `RetentionExecutionTask`: one for each repository. */
export const retentionTaskView = {
  row: rest.retentionTask,
  columns: sql`e.id, e.parent_id as execution_id, ${repository} as repository, e.id::text as job_id,
    initcap(e.status) as status, 0 as status_code, e.attempts as status_revision,
    coalesce(${utc(sql`e.started_at`)}, ${never}) as start_time, coalesce(${utc(sql`e.ended_at`)}, ${never}) as end_time,
    coalesce((e.result->>'total')::bigint, 0) as total, coalesce((e.result->>'retained')::bigint, 0) as retained, e.error`,
  from: sql`job_execution e`,
  fields: {
    id: { type: 'integer', expression: sql`e.id`, sortable: true },
    repository: { type: 'text', expression: repository, sortable: true },
  },
  defaultSort: 'id',
  key: sql`e.id`,
} satisfies ListView
