import type { Migration } from '../migrations.js'

/** No list has what is listed without asking whether it is an accessory. */
export const migration: Migration = {
  statements: 'drop index artifact_listed_pushed, artifact_listed_size',
}
