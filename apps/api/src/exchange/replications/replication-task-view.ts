import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { inWords } from '../../operation/executions/run-words.js'

/** Harbor's words for how tasks stand, and ours. */
export const taskStatuses = {
  Pending: 'pending',
  InProgress: 'running',
  Succeed: 'success',
  Failed: 'error',
  Stopped: 'stopped',
} as const

export const resourceType = sql`coalesce(e.payload->>'resource_type', '')`

/** Tasks of a run as Harbor's `ReplicationTask`. */
export const replicationTaskView = {
  row: rest.replicationTask,
  light: { src_resource: '', dst_resource: '' },
  columns: sql`e.id, e.parent_id as execution_id, ${inWords(sql`e.status`, taskStatuses)} as status, e.id::text as job_id,
    coalesce(e.payload->>'operation', 'copy') as operation, ${resourceType} as resource_type,
    coalesce(e.payload->>'src_resource', '') as src_resource, coalesce(e.payload->>'dst_resource', '') as dst_resource,
    coalesce(${utc(sql`e.started_at`)}, ${rest.NEVER}) as start_time, coalesce(${utc(sql`e.ended_at`)}, ${rest.NEVER}) as end_time,
    coalesce(left(e.error, 2000), '') as status_text`,
  from: sql`job_execution e`,
  fields: {
    id: { type: 'integer', expression: sql`e.id`, sortable: true },
  },
  defaultSort: 'id',
  key: sql`e.id`,
} satisfies ListView
