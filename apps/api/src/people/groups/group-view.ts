import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { ListView } from '../../listing/list-view.js'

/** Groups as `UserGroup`. */
export const groupView = {
  row: rest.userGroup,
  isSmall: true,
  columns: sql`g.id, g.name as group_name, g.type as group_type, g.ldap_group_dn`,
  from: sql`user_group g`,
  fields: {
    id: { type: 'integer', expression: sql`g.id`, sortable: true },
    group_name: { type: 'text', expression: sql`g.name`, sortable: true },
    group_type: { type: 'integer', expression: sql`g.type`, sortable: true },
    creation_time: { type: 'time', expression: sql`g.created_at`, sortable: true },
  },
  defaultSort: 'group_name',
  key: sql`g.id`,
} satisfies ListView

export const groupSearchView = {
  ...groupView,
  row: rest.userGroupSearchItem,
  columns: sql`g.id, g.name as group_name, g.type as group_type`,
  fields: { ...groupView.fields, length: { type: 'integer', expression: sql`length(g.name)`, sortable: true } },
  // What a name was typed out for comes first.
  defaultSort: 'length,group_name',
} satisfies ListView
