import { rest } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Strongest role first: ids are no order of strength. */
const strongestFirst = sql`array_position(array[1, 4, 2, 3, 5]::smallint[], m.role_id)`

/** Projects as `Project`, with the roles that the given user has in each. */
export function projectView(userId: number | undefined) {
  return {
    row: rest.project,
    columns: sql`p.id as project_id, p.name, p.owner_id, o.username as owner_name,
      ${utc(sql`p.created_at`)} as creation_time, ${utc(sql`p.updated_at`)} as update_time,
      false as deleted, p.repo_count,
      coalesce(r.ids[1], 0) as current_user_role_id, coalesce(r.ids, '{}') as current_user_role_ids,
      coalesce(r.ids, '{}') @> array[1]::smallint[] as togglable,
      p.metadata || jsonb_build_object('public', p.public::text) as metadata`,
    from: sql`project p join "user" o on o.id = p.owner_id`,
    details: sql`left join lateral (
        select array_agg(m.role_id order by ${strongestFirst}) as ids from project_member m
        where m.project_id = p.id and m.user_id = ${userId ?? null}) r on true`,
    fields: {
      project_id: { type: 'integer', expression: sql`p.id`, sortable: true },
      name: { type: 'text', expression: sql`p.name`, sortable: true },
      public: { type: 'boolean', expression: sql`p.public`, sortable: true },
      owner_id: { type: 'integer', expression: sql`p.owner_id` },
      owner: { type: 'text', expression: sql`o.username` },
      owner_name: { type: 'text', expression: sql`o.username`, sortable: true },
      repo_count: { type: 'integer', expression: sql`p.repo_count`, sortable: true },
      creation_time: { type: 'time', expression: sql`p.created_at`, sortable: true },
      update_time: { type: 'time', expression: sql`p.updated_at`, sortable: true },
    },
    defaultSort: 'name',
    key: sql`p.id`,
  } satisfies ListView
}

/** Condition on `project p`: which ones this caller may see in lists. */
export function visibleProjects(user: { readonly id: number; readonly sysadmin: boolean } | undefined): Sql {
  if (!user) return sql`p.public`
  if (user.sysadmin) return sql`true`
  return sql`(p.public or exists (select 1 from project_member v where v.project_id = p.id and v.user_id = ${user.id}))`
}
