import type { Migration } from '../migrations.js'

/**
 * Artifacts of a kind that few are of, in the order of their pushes: charts, of which each repository of a large project may have some.
 * Images are most of what there is, and soon found in that order.
 */
export const migration: Migration = {
  indexes: [
    {
      name: 'artifact_listed_by_rare_kind',
      on: `artifact (repository_id, kind, pushed_at, id) where is_listed and kind not in ('image', 'index')`,
    },
  ],
}
