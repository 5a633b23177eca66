import type { Migration } from '../migrations.js'

/** What a search asks of artifacts in every repository: how a digest begins, and a value of any annotation. */
export const migration: Migration = {
  indexes: [
    { name: 'artifact_digest', on: 'artifact (digest)' },
    { name: 'artifact_annotations', on: 'artifact using gin (annotations) where annotations is not null' },
  ],
}
