import type { Migration } from '../migrations.js'

/**
 * What was issued for a password ends when the second factor is switched on or off, as sessions do. `sealed` is the secret itself, where its
 * owner may read it again: Harbor's clients show that of the command line.
 */
export const migration: Migration = {
  statements: `
alter table credential add column sealed text;

create or replace view caller as
select 'user' as kind, u.id, null::integer as credential_id, u.sysadmin, '{}'::text[] as permissions, null::jsonb as ceiling,
  left(encode(sha256(convert_to(coalesce(u.password_hash, '') || coalesce(' ' || f.generation, ''), 'UTF8')), 'hex'), 32) as mark
from present_user u left join second_factor f on f.user_id = u.id and f.generation > 0
union all
select 'user', u.id, c.id, u.sysadmin, '{}', c.ceiling, left(encode(sha256(c.hash), 'hex'), 32)
from present_user u join credential c on c.user_id = u.id
where c.expires_at is null or c.expires_at > now()
union all
select 'robot', r.id, c.id, false,
  array(select unnest(g.permissions) from robot_grant g where g.robot_id = r.id and g.scope = 'system' and r.level = 'system'),
  null, left(encode(sha256(c.hash), 'hex'), 32)
from robot r join credential c on c.robot_id = r.id
where not r.disabled and (r.expires_at is null or r.expires_at > now()) and (c.expires_at is null or c.expires_at > now());
`,
}
