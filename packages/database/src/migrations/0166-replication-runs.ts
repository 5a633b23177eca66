import type { Migration } from '../migrations.js'

/** Runs of replication whose end is still to be told of. */
export const migration: Migration = {
  statements: `
create table replication_run (
  execution_id bigint primary key references job_execution (id) on delete cascade
);
`,
}
