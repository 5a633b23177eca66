import { rest, WEBHOOK_DELIVERY } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Deliveries that are counted: whoever has more has a receiver that takes nothing. */
const MOST_COUNTED = 1000

/** Webhooks as Harbor's `WebhookPolicy`; what is secret of them is not told. */
export const webhookView = {
  row: rest.webhook,
  isSmall: true,
  columns: sql`w.id, w.name, w.description, w.project_id, w.event_types, w.creator, w.enabled,
    jsonb_build_array(jsonb_build_object('type', w.kind, 'address', w.address,
      'has_auth_header', w.auth_header is not null, 'has_secret', w.secret is not null, 'skip_cert_verify', w.skip_cert_verify,
      'payload_format', w.payload_format, 'template', w.template)) as targets,
    ${utc(sql`w.created_at`)} as creation_time, ${utc(sql`w.updated_at`)} as update_time,
    waiting.count as waiting, w.failures, case when w.retry_at > now() then ${utc(sql`w.retry_at`)} end as retry_time`,
  from: sql`webhook_policy w`,
  details: sql`cross join lateral (
    select count(*)::int from (
      select from job_execution d
      where d.job = ${WEBHOOK_DELIVERY.job} and d.status = 'pending' and d.subject_id = w.id limit ${MOST_COUNTED}) few) waiting`,
  fields: {
    id: { type: 'integer', expression: sql`w.id`, sortable: true },
    name: { type: 'text', expression: sql`w.name`, sortable: true },
    enabled: { type: 'boolean', expression: sql`w.enabled`, sortable: true },
    creation_time: { type: 'time', expression: sql`w.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`w.updated_at`, sortable: true },
  },
  defaultSort: 'id',
  key: sql`w.id`,
} satisfies ListView
