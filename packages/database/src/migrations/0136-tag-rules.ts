import type { Migration } from '../migrations.js'

export const migration: Migration = {
  statements: `
-- priority: which rule is asked first, and so named first. allowed_roles: whoever has one of them may move and delete such tags all the
-- same, and with allows_robots robots may; null: nobody may.
alter table immutable_rule rename constraint immutable_rule_project_id_repository_pattern_repository_exc_key
  to immutable_rule_once;
alter table immutable_rule
  add column priority integer not null default 0,
  add column allowed_roles integer[],
  add column allows_robots boolean not null default false;
`,
}
