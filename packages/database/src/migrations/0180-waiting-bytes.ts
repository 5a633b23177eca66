import type { Migration } from '../migrations.js'

/** What no artifact that is there needs: it waits to be freed. The job `count-usage` counts it anew, of all projects, on its next run. */
export const migration: Migration = {
  statements: `
alter table project_usage add column waiting_bytes bigint not null default 0;
alter table repository_usage add column waiting_bytes bigint not null default 0;
alter table storage add column waiting_bytes bigint not null default 0;
update project_usage set counted_at = least(counted_at, now() - interval '25 hours');
`,
  indexes: [{ name: 'repository_usage_bytes', on: 'repository_usage (bytes desc, repository_id)' }],
}
