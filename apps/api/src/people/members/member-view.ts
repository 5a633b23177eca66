import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { ListView } from '../../listing/list-view.js'

/** Of a user or a group. */
export const entityName = sql`coalesce(u.username, g.name)`

/** Members as `ProjectMemberEntity`. */
export const memberView = {
  row: rest.member,
  columns: sql`m.id, m.project_id, coalesce(m.user_id, m.group_id) as entity_id, ${entityName} as entity_name,
    case when m.group_id is null then 'u' else 'g' end as entity_type, m.role_id, o.name as role_name`,
  from: sql`project_member m left join "user" u on u.id = m.user_id left join user_group g on g.id = m.group_id`,
  details: sql`join role o on o.id = m.role_id`,
  fields: {
    id: { type: 'integer', expression: sql`m.id`, sortable: true },
    entity_name: { type: 'text', expression: entityName, sortable: true },
    role_id: { type: 'integer', expression: sql`m.role_id`, sortable: true },
    creation_time: { type: 'time', expression: sql`m.created_at`, sortable: true },
  },
  defaultSort: 'entity_name',
  key: sql`m.id`,
} satisfies ListView
