import type { Migration } from '../migrations.js'

/** What it served is served by `artifact_subject_digest`, in the version before as well. */
export const migration: Migration = { statements: 'drop index artifact_subject' }
