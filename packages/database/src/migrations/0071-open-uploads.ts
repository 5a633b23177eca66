import type { Migration } from '../migrations.js'

/** What uploads that are under way take of a project's quota. Only projects with a limit have rows here. */
export const migration: Migration = {
  statements: `
create table open_upload (
  id         uuid primary key,
  project_id integer not null references project (id) on delete cascade,
  bytes      bigint not null,
  updated_at timestamptz not null default now()
);
create index open_upload_project on open_upload (project_id) include (bytes);
create index open_upload_updated on open_upload (updated_at);
`,
}
