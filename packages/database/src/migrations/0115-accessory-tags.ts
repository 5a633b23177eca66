import type { Migration } from '../migrations.js'

/** What only tags such as `sha256-<digest>.sig` name belongs to an image, and is listed with it alone. */
export const migration: Migration = {
  statements: `
alter table artifact add column is_accessory boolean not null default false;

update artifact a set is_accessory = true
from (
  select artifact_id from tag group by artifact_id
  having bool_and(name ~ '^(sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})[.](sig|att|sbom)$')
) t
where a.id = t.artifact_id and a.deleted_at is null;

update repository r set listed_count = r.listed_count - c.number
from (select repository_id, count(*) as number from artifact where is_accessory group by repository_id) c
where r.id = c.repository_id;
`,
}
