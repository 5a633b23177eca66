import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { shownMetadata } from './shown-metadata.js'

/** Projects as `Project`, with the roles that the caller has in each. */
export function projectView({ kind, id }: Subject) {
  return {
    row: rest.project,
    isSmall: true,
    columns: sql`p.id as project_id, p.name, p.owner_id,
      coalesce(p.registry_id, 0) as registry_id, o.username as owner_name,
      ${utc(sql`p.created_at`)} as creation_time, ${utc(sql`p.updated_at`)} as update_time,
      false as deleted, p.repo_count,
      coalesce(r.ids[1], 0) as current_user_role_id, coalesce(r.ids, '{}') as current_user_role_ids,
      coalesce(r.togglable, false) as togglable,
      ${shownMetadata} as metadata,
      jsonb_build_object('id', p.id, 'project_id', p.id, 'creation_time', ${utc(sql`p.created_at`)},
        'update_time', ${utc(sql`p.updated_at`)}) || p.cve_allowlist as cve_allowlist`,
    from: sql`project p join "user" o on o.id = p.owner_id`,
    details: sql`left join lateral (
        select array_agg(held.role_id order by held.size desc) filter (where held.role_id is not null) as ids,
          bool_or(held.togglable) as togglable
        from (
          select g.role_id, max(cardinality(g.permissions)) as size, bool_or('self:update' = any (g.permissions)) as togglable
          from project_grant g where g.project_id = p.id and g.subject_kind = ${kind} and g.subject_id = ${id}
          group by g.role_id
        ) held) r on true`,
    fields: {
      project_id: { type: 'integer', expression: sql`p.id`, sortable: true },
      name: { type: 'text', expression: sql`p.name`, sortable: true },
      public: { type: 'boolean', expression: sql`p.public`, sortable: true },
      owner_id: { type: 'integer', expression: sql`p.owner_id`, sortable: true },
      owner: { type: 'text', expression: sql`o.username` },
      owner_name: { type: 'text', expression: sql`o.username`, sortable: true },
      repo_count: { type: 'integer', expression: sql`p.repo_count`, sortable: true },
      registry_id: { type: 'integer', expression: sql`coalesce(p.registry_id, 0)` },
      deleted: { type: 'boolean', expression: sql`false` },
      creation_time: { type: 'time', expression: sql`p.created_at`, sortable: true },
      update_time: { type: 'time', expression: sql`p.updated_at`, sortable: true },
    },
    defaultSort: 'name',
    key: sql`p.id`,
  } satisfies ListView
}
