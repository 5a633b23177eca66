import type { Migration } from '../migrations.js'

/** When a project's limit was last told to have refused something, so that the blobs of one push are told of once. */
export const migration: Migration = {
  statements: 'alter table quota add column refused_at timestamptz;',
}
