import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { createdAt, deliveryList, status } from './delivery-fields.js'

const one = (name: string) => sql`(e.status = ${name})::int`

/** Deliveries as Harbor's `Execution`. */
export const deliveryView = {
  row: rest.webhookExecution,
  ...deliveryList,
  light: { extra_attrs: { type: '', event_id: '', operator: '', payload: '', attempts: 0 } },
  columns: sql`e.id, 'WEBHOOK' as vendor_type, e.subject_id as vendor_id, ${status} as status, coalesce(e.error, '') as status_message,
    json_build_object('task_count', 1, 'success_task_count', ${one('success')}, 'error_task_count', ${one('error')},
      'pending_task_count', ${one('pending')}, 'running_task_count', ${one('running')}, 'scheduled_task_count', 0,
      'stopped_task_count', ${one('stopped')}) as metrics,
    upper(e.trigger) as trigger,
    json_build_object('type', e.payload->'message'->>'type', 'event_id', e.payload->>'event_id', 'attempts', e.attempts,
      'operator', e.payload->'message'->>'operator', 'payload', (e.payload->'message')::text) as extra_attrs,
    ${createdAt} as start_time, coalesce(${utc(sql`e.ended_at`)}, ${rest.NEVER}) as end_time`,
} satisfies ListView
