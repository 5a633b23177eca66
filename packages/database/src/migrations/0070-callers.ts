import type { Migration } from '../migrations.js'

/**
 * Everybody whose credentials are good now, with what they may do in the system. The mark changes with the credentials and tells nothing of
 * them: what is hashed has a random part in it already. A token carries it, and ends with it.
 */
export const migration: Migration = {
  statements: `
create view caller as
select 'user' as kind, id, sysadmin, '{}'::text[] as permissions,
  left(encode(sha256(convert_to(coalesce(password_hash, ''), 'UTF8')), 'hex'), 32) as mark
from "user" where deleted_at is null
union all
select 'robot', r.id, false,
  array(select unnest(g.permissions) from robot_grant g where g.robot_id = r.id and g.scope = 'system' and r.level = 'system'),
  left(encode(sha256(r.secret_hash), 'hex'), 32)
from robot r where not r.disabled and (r.expires_at is null or r.expires_at > now());
`,
}
