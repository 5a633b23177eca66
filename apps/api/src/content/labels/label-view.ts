import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Of `label l`, as `Label`. */
export const labelColumns = sql`l.id, l.name, l.description, l.color, case when l.project_id is null then 'g' else 'p' end as scope,
    coalesce(l.project_id, 0) as project_id,
    ${utc(sql`l.created_at`)} as creation_time, ${utc(sql`l.updated_at`)} as update_time`

/** Labels as `Label`. */
export const labelView = {
  row: rest.label,
  isSmall: true,
  columns: labelColumns,
  from: sql`label l`,
  fields: {
    id: { type: 'integer', expression: sql`l.id`, sortable: true },
    name: { type: 'text', expression: sql`l.name`, sortable: true },
    description: { type: 'text', expression: sql`l.description`, sortable: true },
    color: { type: 'text', expression: sql`l.color`, sortable: true },
    creation_time: { type: 'time', expression: sql`l.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`l.updated_at`, sortable: true },
  },
  defaultSort: 'name',
  key: sql`l.id`,
} satisfies ListView
