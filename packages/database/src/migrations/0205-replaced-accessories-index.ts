import type { Migration } from '../migrations.js'

/** What a tag that attaches something to an image has named before. */
export const migration: Migration = {
  indexes: [
    {
      name: 'tag_event_attached',
      on: `tag_event (repository_id, from_digest) where from_digest is not null and tag ~ '^sha(256|512)-[0-9a-f]{64}'`,
    },
  ],
}
