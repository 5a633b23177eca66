import type { Migration } from '../migrations.js'

/**
 * What projects and repositories hold, as the job `count-usage` has found it: bytes of blobs that are linked and of manifests. Those that
 * nobody else holds are their own: no other repository of the project, or no other project.
 */
export const migration: Migration = {
  statements: `
create table project_usage (
  project_id integer primary key references project (id) on delete cascade,
  own_bytes  bigint not null,
  counted_at timestamptz not null default now()
);
create table repository_usage (
  repository_id bigint primary key references repository (id) on delete cascade,
  bytes         bigint not null,
  own_bytes     bigint not null
);
`,
}
