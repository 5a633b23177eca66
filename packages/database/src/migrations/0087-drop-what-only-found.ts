import type { Migration } from '../migrations.js'

/** The indexes of 0086 serve what these did. */
export const migration: Migration = {
  statements: `
drop index artifact_listed_config, artifact_listed_media_type, artifact_listed_type;
`,
}
