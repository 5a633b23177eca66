import type { Migration } from '../migrations.js'

/**
 * The first answers also for what is listed of one kind in the order of pushes, without a look at the rows. Repositories have an order that
 * no push changes.
 */
export const migration: Migration = {
  indexes: [
    {
      name: 'artifact_listed_kind_pushed',
      on: 'artifact (repository_id, kind, id) include (pushed_at) where is_listed',
    },
    { name: 'repository_project_created', on: 'repository (project_id, created_at, id)' },
    { name: 'repository_created', on: 'repository (created_at, id)' },
  ],
}
