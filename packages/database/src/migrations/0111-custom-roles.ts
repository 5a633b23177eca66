import type { Migration } from '../migrations.js'

/**
 * Roles that administrators make may be kept to some repositories. `unbound` are those of such a role's permissions that are not about
 * repositories: they hold in the whole project, so that whoever has the role finds it. `role_grant` is what a role gives.
 */
export const migration: Migration = {
  statements: `
alter table role
  add column description text not null default '',
  add column repositories text[],
  add column unbound text[] not null default '{}';
create unique index role_name_folded on role (lower(name));

create view role_grant as
select id as role_id, permissions, repositories from role
union all
select id, unbound, null from role where unbound <> '{}';

create or replace view project_grant as
select m.project_id, 'user' as subject_kind, m.user_id as subject_id, m.role_id, r.permissions,
  r.repositories, null::text[] as tags
from project_member m join role_grant r on r.role_id = m.role_id where m.user_id is not null
union all
select m.project_id, 'user', o.user_id, m.role_id, r.permissions, r.repositories, null
from group_of_user o join user_group g on g.type = o.type and g.key = o.key
  join project_member m on m.group_id = g.id join role_grant r on r.role_id = m.role_id
union all
select g.project_id, 'robot', g.robot_id, null, g.permissions, g.repositories, g.tags
from robot_grant g join robot r on r.id = g.robot_id
where g.scope = 'project' and (r.project_id is null or r.project_id = g.project_id)
union all
select p.id, 'robot', g.robot_id, null, g.permissions, g.repositories, g.tags
from robot_grant g join robot r on r.id = g.robot_id cross join project p
where g.scope = 'all' and r.project_id is null;
`,
}
