import type { Migration } from '../migrations.js'

/**
 * `project.registry_id`: where a project has its content from, null where that is pushed. `upstream_answer`: what such a registry said last of
 * a reference, of which nothing but time is lost where a row goes; digest null: it has none such.
 */
export const migration: Migration = {
  statements: `
alter table project add column registry_id integer references registry_endpoint (id);
create index project_registry on project (registry_id) where registry_id is not null;

create table upstream_answer (
  project_id integer not null references project (id) on delete cascade,
  repository varchar(255) collate "C" not null,
  reference  text collate "C" not null,
  digest     text collate "C",
  media_type text,
  size       bigint,
  asked_at   timestamptz not null default now(),
  primary key (repository, reference)
);
create index upstream_answer_digest on upstream_answer (repository, digest) where digest is not null;
create index upstream_answer_age on upstream_answer (project_id, asked_at);
`,
}
