import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { anyContaining, utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Users as `UserResp`. Deleted ones are left out by a condition of each use. */
export const userView = {
  row: rest.user,
  columns: sql`u.id as user_id, u.username, u.email, u.realname, u.comment,
    u.sysadmin as sysadmin_flag, false as admin_role_in_auth,
    array(select distinct i.source from user_identity i where i.user_id = u.id order by i.source) as identity_sources,
    u.password_hash is not null as has_password,
    exists (select from second_factor f where f.user_id = u.id and f.enabled_at is not null) as second_factor,
    ${utc(sql`u.created_at`)} as creation_time, ${utc(sql`u.updated_at`)} as update_time`,
  from: sql`"user" u`,
  fields: {
    user_id: { type: 'integer', expression: sql`u.id`, sortable: true },
    username: { type: 'text', expression: sql`u.username`, sortable: true },
    email: { type: 'text', expression: sql`u.email`, sortable: true, nullable: true },
    realname: { type: 'text', expression: sql`u.realname`, sortable: true },
    comment: { type: 'text', expression: sql`u.comment`, sortable: true },
    deleted: { type: 'boolean', expression: sql`false` },
    sysadmin_flag: { type: 'boolean', expression: sql`u.sysadmin`, sortable: true },
    creation_time: { type: 'time', expression: sql`u.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`u.updated_at`, sortable: true },
  },
  special: { person: anyContaining('person', [sql`u.username`, sql`u.realname`, sql`u.email`]) },
  defaultSort: 'username',
  key: sql`u.id`,
} satisfies ListView

export const userSearchView = {
  ...userView,
  row: rest.userSearchItem,
  columns: sql`u.id as user_id, u.username`,
  fields: {
    ...userView.fields,
    length: { type: 'integer', expression: sql`length(u.username)`, sortable: true },
  },
  // Whom a name was typed out for comes first.
  defaultSort: 'length,username',
} satisfies ListView
