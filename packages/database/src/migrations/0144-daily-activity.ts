import type { Migration } from '../migrations.js'

/** Pushes and pulls of a project on a day, in UTC. Pulls are added as they are counted, pushes by the job `count-pushes`. */
export const migration: Migration = {
  statements: `
create table daily_activity (
  day        date not null,
  project_id integer not null references project (id) on delete cascade,
  pushes     bigint not null default 0,
  pulls      bigint not null default 0,
  primary key (project_id, day)
);
create index daily_activity_day on daily_activity (day);
`,
}
