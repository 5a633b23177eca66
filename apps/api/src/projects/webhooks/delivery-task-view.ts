import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { createdAt, deliveryList, status, updatedAt } from './delivery-fields.js'

/** The one task of a delivery, as Harbor's `Task`. */
export const deliveryTaskView = {
  row: rest.webhookTask,
  ...deliveryList,
  isSmall: true,
  columns: sql`e.id, e.id as execution_id, ${status} as status, coalesce(e.error, '') as status_message, e.attempts as run_count,
    '{}'::json as extra_attrs, ${createdAt} as creation_time, ${updatedAt} as update_time,
    coalesce(${utc(sql`e.started_at`)}, ${rest.NEVER}) as start_time, coalesce(${utc(sql`e.ended_at`)}, ${rest.NEVER}) as end_time`,
} satisfies ListView
