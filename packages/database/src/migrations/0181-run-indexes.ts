import type { Migration } from '../migrations.js'

/** How the tasks of a run fare, without their rows; and runs that are no tasks, of which a list begins with the newest. */
export const migration: Migration = {
  indexes: [
    { name: 'job_execution_task_status', on: 'job_execution (parent_id, status) where parent_id is not null' },
    { name: 'job_execution_root', on: 'job_execution (id) where parent_id is null' },
  ],
}
