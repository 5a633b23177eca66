import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { ListView } from '../../listing/list-view.js'

/** Members as `ProjectMemberEntity`. */
export const memberView = {
  row: rest.member,
  columns: sql`m.id, m.project_id, m.user_id as entity_id, u.username as entity_name, 'u' as entity_type,
    m.role_id, o.name as role_name`,
  from: sql`project_member m join "user" u on u.id = m.user_id and u.deleted_at is null`,
  details: sql`join role o on o.id = m.role_id`,
  fields: {
    id: { type: 'integer', expression: sql`m.id`, sortable: true },
    entity_name: { type: 'text', expression: sql`u.username`, sortable: true },
    role_id: { type: 'integer', expression: sql`m.role_id`, sortable: true },
    creation_time: { type: 'time', expression: sql`m.created_at`, sortable: true },
  },
  defaultSort: 'entity_name',
  key: sql`m.id`,
} satisfies ListView
