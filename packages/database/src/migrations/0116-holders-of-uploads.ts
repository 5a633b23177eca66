import type { Migration } from '../migrations.js'

/** Whose upload it is: nobody takes all of those that a project may have. */
export const migration: Migration = {
  statements: `
alter table open_upload add column holder text not null default '';
`,
}
