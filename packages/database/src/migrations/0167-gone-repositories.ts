import type { Migration } from '../migrations.js'

/**
 * What a deleted repository held, until it is known who is to delete it elsewhere, too: nothing else tells of it. Kept only while some policy
 * replicates deletions.
 */
export const migration: Migration = {
  statements: `
create table gone_repository (
  id        bigint primary key,
  artifacts jsonb not null
);

create function keep_gone_repository() returns trigger language plpgsql as $$
begin
  if exists (select from replication_policy where trigger = 'event_based' and enabled and deletion) then
    insert into gone_repository
    select old.id, coalesce(jsonb_agg(jsonb_build_object(
      'digest', a.digest,
      'image', a.kind in ('image', 'index'),
      'tags', array(select t.name from tag t where t.artifact_id = a.id order by t.name),
      'labels', array(select l.name from artifact_label b join label l on l.id = b.label_id where b.artifact_id = a.id))), '[]')
    from artifact a where a.repository_id = old.id and a.deleted_at is null and a.is_listed and not a.is_accessory;
  end if;
  return old;
end
$$;
create trigger repository_gone before delete on repository for each row execute function keep_gone_repository();
`,
}
