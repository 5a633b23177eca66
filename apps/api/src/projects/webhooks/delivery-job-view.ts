import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { ListView } from '../../listing/list-view.js'
import { createdAt, deliveryList, status, updatedAt } from './delivery-fields.js'

/** Deliveries as Harbor's `WebhookJob`, which older clients ask for. */
export const deliveryJobView = {
  row: rest.webhookJob,
  ...deliveryList,
  light: { job_detail: '' },
  columns: sql`e.id, e.subject_id as policy_id, e.payload->'message'->>'type' as event_type, w.kind as notify_type, ${status} as status,
    (e.payload->'message')::text as job_detail, ${createdAt} as creation_time, ${updatedAt} as update_time`,
  details: sql`join webhook_policy w on w.id = e.subject_id`,
} satisfies ListView
