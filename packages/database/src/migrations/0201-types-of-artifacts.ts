import type { Migration } from '../migrations.js'

/**
 * How many artifacts are of each type, as lists ask for it. PostgreSQL takes an expression that it has no figures of for rare, and reads all
 * artifacts of a type to sort them where the newest one is asked for.
 */
export const migration: Migration = {
  statements: `
create statistics artifact_config_types on (coalesce(config_media_type, media_type)) from artifact;
create statistics artifact_types on (coalesce(artifact_type, '')) from artifact;
analyze artifact;
`,
}
