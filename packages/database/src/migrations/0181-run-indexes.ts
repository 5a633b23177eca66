import type { Migration } from '../migrations.js'

/** How the tasks of a run fare, without their rows. */
export const migration: Migration = {
  indexes: [{ name: 'job_execution_task_status', on: 'job_execution (parent_id, status) where parent_id is not null' }],
}
