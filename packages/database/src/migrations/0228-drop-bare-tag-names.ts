import type { Migration } from '../migrations.js'

/** Names without a letter or digit are among all names. */
export const migration: Migration = {
  statements: 'drop index tag_bare_name',
}
