import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { ListView } from '../../listing/list-view.js'

/** Who has a role, as `RoleHolder`: `project_member m`. */
export const roleHolderView = {
  row: rest.roleHolder,
  columns: sql`m.id, m.project_id, p.name as project_name, coalesce(u.username, g.name) as entity_name,
    case when m.group_id is null then 'u' else 'g' end as entity_type`,
  from: sql`project_member m`,
  details: sql`join project p on p.id = m.project_id
    left join "user" u on u.id = m.user_id left join user_group g on g.id = m.group_id`,
  fields: {
    id: { type: 'integer', expression: sql`m.id`, sortable: true },
  },
  defaultSort: 'id',
  key: sql`m.id`,
} satisfies ListView
