import type { Migration } from '../migrations.js'

/** Deliveries of a webhook that stand as asked, however few they are among all. */
export const migration: Migration = {
  indexes: [
    {
      name: 'job_execution_delivery_status',
      on: `job_execution (subject_id, status, id) where job = 'webhook-delivery' and subject_kind = 'webhook'`,
    },
  ],
}
