import type { Migration } from '../migrations.js'

/** All that a list asks of an artifact before it shows it, so that the first of each of many repositories is known without its row. */
export const migration: Migration = {
  indexes: [
    {
      name: 'artifact_shown_pushed',
      on: 'artifact (repository_id, pushed_at, id) where is_listed and not is_accessory',
    },
    {
      name: 'artifact_shown_size',
      on: 'artifact (repository_id, total_size, id) where is_listed and not is_accessory',
    },
  ],
}
