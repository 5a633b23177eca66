import type { Migration } from '../migrations.js'

export const migration: Migration = {
  statements: `
-- artifact_listed_kind_pushed serves what this one did.
drop index artifact_listed_kind;
`,
}
