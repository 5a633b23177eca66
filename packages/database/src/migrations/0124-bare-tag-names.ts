import type { Migration } from '../migrations.js'

/** Search finds tags by the trigrams of their names. Names without a letter or digit have none: they have an index of their own. */
export const migration: Migration = {
  indexes: [{ name: 'tag_bare_name', on: `tag (name) where name !~ '[A-Za-z0-9]'` }],
}
