import type { Migration } from '../migrations.js'

/** What tasks of a run came to, so that a list of runs does not read them all again. */
export const migration: Migration = {
  statements: `
-- Sums of the numbers in the results of its tasks, once the last one has ended. From then on counts does not change either.
alter table job_execution add column task_sums jsonb;
`,
}
