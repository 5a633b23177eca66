import type { Migration } from '../migrations.js'

/** Tags that are called so, in whatever repository: their trigrams are those of many others. */
export const migration: Migration = {
  indexes: [{ name: 'tag_called', on: 'tag (name)' }],
}
