import type { Migration } from '../migrations.js'

/**
 * What somebody signs in with beside a password: one row for each secret, whoever's it is. The view `caller` has a row for each of them, so
 * that what was issued for one ends with that one. The ceiling is a list of grants, as `{scope, permissions, repositories?, tags?}`.
 */
export const migration: Migration = {
  statements: `
-- token: a personal access token; cli: the secret that a user gives command lines instead of a password. hash: keyed.
create table credential (
  id                integer generated always as identity primary key,
  kind              text not null check (kind in ('robot', 'token', 'cli')),
  robot_id          integer references robot (id) on delete cascade,
  user_id           integer references "user" (id) on delete cascade,
  name              varchar(255) not null default '',
  hash              bytea not null,
  ceiling           jsonb,
  created_at        timestamptz not null default now(),
  expires_at        timestamptz,
  last_used_at      timestamptz,
  last_used_address text,
  check ((kind = 'robot') = (robot_id is not null)),
  check ((kind = 'robot') = (user_id is null))
);
create index credential_hash on credential (hash);
create index credential_robot on credential (robot_id) where robot_id is not null;
create index credential_user on credential (user_id) where user_id is not null;

insert into credential (kind, robot_id, hash) select 'robot', id, secret_hash from robot;
drop view caller;
alter table robot drop column secret_hash;

create view caller as
select 'user' as kind, id, null::integer as credential_id, sysadmin, '{}'::text[] as permissions, null::jsonb as ceiling,
  left(encode(sha256(convert_to(coalesce(password_hash, ''), 'UTF8')), 'hex'), 32) as mark
from present_user
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
