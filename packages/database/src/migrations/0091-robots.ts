import type { Migration } from '../migrations.js'

/** What is told of a robot, who made it, and what it gets in a project that it makes itself. */
export const migration: Migration = {
  statements: `
alter table robot
  add column description varchar(1024) not null default '',
  -- Days, from when it was made; -1: for ever. expires_at says when that is.
  add column duration integer not null default -1,
  add column creator_kind text check (creator_kind in ('user', 'robot')),
  add column creator_id integer,
  add column created_project_permissions text[] not null default '{}';
`,
}
