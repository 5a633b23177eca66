import type { Migration } from '../migrations.js'

/** Each order ends with the id, so that one index serves it both ways. They take the place of those that only found. */
export const migration: Migration = {
  indexes: [
    {
      name: 'artifact_listed_by_config',
      on: 'artifact (repository_id, coalesce(config_media_type, media_type), id) where is_listed',
    },
    { name: 'artifact_listed_by_media_type', on: 'artifact (repository_id, media_type, id) where is_listed' },
    {
      name: 'artifact_listed_by_type',
      on: `artifact (repository_id, coalesce(artifact_type, ''), id) where is_listed`,
    },
  ],
}
