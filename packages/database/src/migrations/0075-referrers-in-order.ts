import type { Migration } from '../migrations.js'

/** Referrers of a manifest are read one after the other, in the order of their digests. */
export const migration: Migration = {
  indexes: [
    {
      name: 'artifact_subject_digest',
      on: 'artifact (repository_id, subject_digest, digest) where subject_digest is not null',
    },
  ],
}
