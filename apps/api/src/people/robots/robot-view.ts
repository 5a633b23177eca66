import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

const accessOf = (permissions: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(json_build_object('resource', split_part(held, ':', 1), 'action', split_part(held, ':', 2))
    order by held), '[]') from unnest(${permissions}) held)`

/** Robots as `Robot`. A project that is gone took its rights with it. @param prefix of the names that they sign in with */
export function robotView(prefix: string) {
  return {
    row: rest.robot,
    isSmall: true,
    columns: sql`r.id, ${prefix} || coalesce(p.name || '+', '') || r.name as name, r.description, r.level, r.duration,
      true as editable, r.disabled as disable, coalesce(floor(extract(epoch from r.expires_at))::bigint, -1) as expires_at,
      g.permissions, case r.creator_kind when 'user' then 'local' else r.creator_kind end as creator_type,
      r.creator_id as creator_ref, ${utc(sql`r.created_at`)} as creation_time, ${utc(sql`r.updated_at`)} as update_time,
      ${accessOf(sql`r.created_project_permissions`)} as created_project_access,
      c.last_used_time, c.last_used_address, c.old_secret_expires_at, c.trust`,
    light: { permissions: [], trust: [] },
    from: sql`robot r left join project p on p.id = r.project_id`,
    details: sql`cross join lateral (
        select coalesce(json_agg(json_strip_nulls(json_build_object(
          'kind', case g.scope when 'system' then 'system' else 'project' end,
          'namespace', case g.scope when 'system' then '/' when 'all' then '*' else gp.name end,
          'access', ${accessOf(sql`g.permissions`)},
          'repositories', array_to_json(g.repositories))) order by g.scope <> 'system', g.scope <> 'all', gp.name), '[]') as permissions
        from robot_grant g left join project gp on gp.id = g.project_id where g.robot_id = r.id) g
      cross join lateral (
        select ${utc(sql`max(c.last_used_at)`)} as last_used_time,
          (array_agg(c.last_used_address order by c.last_used_at desc nulls last))[1] as last_used_address,
          floor(extract(epoch from max(c.expires_at) filter (where c.expires_at > now())))::bigint as old_secret_expires_at,
          coalesce(json_agg(c.trust order by c.id) filter (where c.kind = 'trust'), '[]') as trust
        from credential c where c.robot_id = r.id) c`,
    fields: {
      id: { type: 'integer', expression: sql`r.id`, sortable: true },
      name: { type: 'text', expression: sql`r.name`, sortable: true },
      description: { type: 'text', expression: sql`r.description`, sortable: true },
      disable: { type: 'boolean', expression: sql`r.disabled`, sortable: true },
      duration: { type: 'integer', expression: sql`r.duration`, sortable: true },
      expires_at: { type: 'time', expression: sql`coalesce(r.expires_at, 'infinity')`, sortable: true },
      creation_time: { type: 'time', expression: sql`r.created_at`, sortable: true },
      update_time: { type: 'time', expression: sql`r.updated_at`, sortable: true },
    },
    defaultSort: 'name',
    key: sql`r.id`,
  } satisfies ListView
}
