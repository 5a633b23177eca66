import type { Migration } from '../migrations.js'

/** What a run was about, from its beginning: the end is told also where its policy or registry is gone by then. */
export const migration: Migration = {
  statements: `
alter table replication_run add column about jsonb;
update replication_run set about = jsonb_build_object('policy', p.name, 'creator', p.creator, 'override', p.override,
  'direction', case when p.src_registry_id is null then 'push' else 'pull' end, 'registry', r.name, 'registry_type', r.type,
  'endpoint', r.url, 'signed_in', r.access_key <> '', 'namespace', p.dest_namespace)
from job_execution e
  join replication_policy p on p.id = e.subject_id
  join registry_endpoint r on r.id = coalesce(p.src_registry_id, p.dest_registry_id)
where e.id = execution_id;
delete from replication_run where about is null;
alter table replication_run alter column about set not null;
`,
}
