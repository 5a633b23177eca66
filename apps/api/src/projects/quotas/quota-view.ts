import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** What a project is charged with: what is folded, and what waits to be. */
const usedBytes = sql`greatest(0, q.used_bytes + coalesce(
  (select sum(d.bytes) from quota_delta d where d.project_id = q.project_id), 0))::bigint`

/** Quotas as `Quota`. A quota has the id of its project. */
export const quotaView = {
  row: rest.quota,
  isSmall: true,
  columns: sql`q.project_id as id, json_build_object('id', p.id, 'name', p.name, 'owner_name', o.username) as ref,
    json_build_object('storage', q.hard_bytes) as hard, json_build_object('storage', ${usedBytes}) as used,
    ${utc(sql`q.created_at`)} as creation_time, ${utc(sql`q.updated_at`)} as update_time`,
  from: sql`quota q join project p on p.id = q.project_id join "user" o on o.id = p.owner_id`,
  fields: {
    id: { type: 'integer', expression: sql`q.project_id`, sortable: true },
    name: { type: 'text', expression: sql`p.name`, sortable: true },
    owner_name: { type: 'text', expression: sql`o.username`, sortable: true },
    'hard.storage': { type: 'integer', expression: sql`q.hard_bytes`, sortable: true },
    'used.storage': { type: 'integer', expression: usedBytes, sortable: true },
    /** Millionths of the limit; -1 without one. */
    share: {
      type: 'integer',
      expression: sql`(case when q.hard_bytes > 0 then ${usedBytes}::numeric * 1000000 / q.hard_bytes else -1 end)::bigint`,
      sortable: true,
    },
    creation_time: { type: 'time', expression: sql`q.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`q.updated_at`, sortable: true },
  },
  defaultSort: 'id',
  key: sql`q.project_id`,
} satisfies ListView
