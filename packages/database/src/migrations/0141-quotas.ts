import type { Migration } from '../migrations.js'

/** When a quota was made and changed, as Harbor's clients are told, and since when its project is near the limit. */
export const migration: Migration = {
  statements: `
alter table quota
  add column created_at timestamptz not null default now(),
  add column updated_at timestamptz not null default now(),
  -- Set while most of the limit is used, so that each crossing of that line is told once.
  add column warned_at timestamptz;
update quota q set created_at = p.created_at, updated_at = p.created_at from project p where p.id = q.project_id;
`,
}
