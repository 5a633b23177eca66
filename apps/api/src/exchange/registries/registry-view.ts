import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Registries elsewhere as `Registry`. The secret is told of by what stands for it. */
export const registryView = {
  row: rest.registry,
  isSmall: true,
  columns: sql`r.id, r.name, r.description, r.type, r.url, r.insecure, r.ca_certificate,
    case when r.access_key <> '' or r.sealed_secret is not null then jsonb_build_object('type', r.credential_type,
      'access_key', r.access_key,
      'access_secret', case when r.sealed_secret is null then '' else ${rest.MASKED_SECRET}::text end) else '{}' end as credential,
    r.status, r.status_detail, ${utc(sql`r.checked_at`)} as checked_time,
    ${utc(sql`r.created_at`)} as creation_time, ${utc(sql`r.updated_at`)} as update_time`,
  from: sql`registry_endpoint r`,
  fields: {
    id: { type: 'integer', expression: sql`r.id`, sortable: true },
    name: { type: 'text', expression: sql`r.name`, sortable: true },
    description: { type: 'text', expression: sql`r.description`, sortable: true },
    type: { type: 'text', expression: sql`r.type`, sortable: true },
    url: { type: 'text', expression: sql`r.url`, sortable: true },
    status: { type: 'text', expression: sql`r.status`, sortable: true },
    insecure: { type: 'boolean', expression: sql`r.insecure`, sortable: true },
    creation_time: { type: 'time', expression: sql`r.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`r.updated_at`, sortable: true },
  },
  defaultSort: 'name',
  key: sql`r.id`,
} satisfies ListView
