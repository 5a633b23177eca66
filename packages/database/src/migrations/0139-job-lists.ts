import type { Migration } from '../migrations.js'

/** Runs of all jobs in one list, by job and by status, and the tasks of one of them. */
export const migration: Migration = {
  indexes: [
    { name: 'job_execution_job', on: 'job_execution (job, id)' },
    { name: 'job_execution_status', on: 'job_execution (status, id)' },
    { name: 'job_execution_task', on: 'job_execution (parent_id, id) where parent_id is not null' },
  ],
}
