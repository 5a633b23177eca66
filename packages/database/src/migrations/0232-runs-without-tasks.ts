import type { Migration } from '../migrations.js'

/** Runs of every job, among however many tasks. */
export const migration: Migration = {
  indexes: [
    { name: 'job_execution_run', on: 'job_execution (id) where parent_id is null' },
    { name: 'job_execution_run_status', on: 'job_execution (status, id) where parent_id is null' },
    { name: 'job_execution_run_job', on: 'job_execution (job, id) where parent_id is null' },
  ],
}
