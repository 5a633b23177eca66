import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Roles as `Role`. */
export const roleView = {
  row: rest.role,
  isSmall: true,
  columns: sql`o.id, o.name, o.description, o.built_in, o.permissions, o.repositories,
    (select count(*)::int from project_member m where m.role_id = o.id) as member_count,
    ${utc(sql`o.created_at`)} as creation_time, ${utc(sql`o.updated_at`)} as update_time`,
  from: sql`role o`,
  fields: {
    id: { type: 'integer', expression: sql`o.id`, sortable: true },
    name: { type: 'text', expression: sql`o.name`, sortable: true },
    built_in: { type: 'boolean', expression: sql`o.built_in`, sortable: true },
    // What built-in roles hold, holds the next one, too.
    strength: { type: 'integer', expression: sql`cardinality(o.permissions)`, sortable: true },
    creation_time: { type: 'time', expression: sql`o.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`o.updated_at`, sortable: true },
  },
  defaultSort: '-built_in,-strength',
  key: sql`o.id`,
} satisfies ListView
