import type { Migration } from '../migrations.js'

/**
 * Lists of a million rows: what they show by themselves is a column, what they count is kept, and each order and each filter has an index.
 * An index that ends with the id serves its order both ways; where rows may have no value, these come last both ways, with an index each.
 */
export const migration: Migration = {
  statements: `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- What a list of artifacts shows without being asked for, and what of it has a tag; never what is deleted. Kept by whoever changes tags,
-- children or deleted_at.
alter table artifact
  add column is_listed boolean not null default true,
  add column is_tagged boolean not null default true;
update artifact a set is_tagged = false where not exists (select from tag t where t.artifact_id = a.id);
update artifact a set is_listed = false where a.deleted_at is not null or not (
  a.is_tagged
  or (a.subject_digest is null and not exists (
    select from artifact_reference f join artifact p on p.id = f.parent_id
    where f.child_digest = a.digest and p.repository_id = a.repository_id and p.deleted_at is null)));

-- Of the parent, so that the parents of a child are found in one repository, whatever others have it too.
alter table artifact_reference add column repository_id bigint references repository (id) on delete cascade;
update artifact_reference f set repository_id = p.repository_id from artifact p where p.id = f.parent_id;
alter table artifact_reference alter column repository_id set not null;
drop index artifact_reference_child;
create index artifact_reference_child on artifact_reference (child_digest, repository_id);

-- Of the artifact, whose size never changes.
alter table tag add column size bigint not null default 0;
update tag t set size = a.total_size from artifact a where a.id = t.artifact_id;

alter table repository
  add column listed_count integer not null default 0,
  add column tag_count integer not null default 0;
update repository r set
  listed_count = (select count(*) from artifact a where a.repository_id = r.id and a.is_listed),
  tag_count = (select count(*) from tag t where t.repository_id = r.id);

-- Bytes of all blobs = bytes + the deltas not yet folded into it, as for quota.
create table storage (
  id    boolean primary key default true check (id),
  bytes bigint not null
);
insert into storage (bytes) select coalesce(sum(size), 0) from blob;
create table storage_delta (
  id    bigint generated always as identity primary key,
  bytes bigint not null
);

drop index artifact_pushed, tag_sorted, tag_pushed;

create index artifact_listed_pushed on artifact (repository_id, pushed_at, id) where is_listed;
create index artifact_untagged on artifact (repository_id, pushed_at, id) where is_listed and not is_tagged;
create index artifact_listed_pulled on artifact (repository_id, pulled_at, id) where is_listed;
create index artifact_listed_pulled_last on artifact (repository_id, pulled_at desc nulls last, id desc) where is_listed;
create index artifact_listed_size on artifact (repository_id, total_size, id) where is_listed;
create index artifact_listed_kind on artifact (repository_id, kind, id) where is_listed;
create index artifact_listed_id on artifact (repository_id, id) where is_listed;
create index artifact_listed_media_type on artifact (repository_id, media_type) where is_listed;
create index artifact_listed_config on artifact (repository_id, coalesce(config_media_type, media_type)) where is_listed;
create index artifact_listed_type on artifact (repository_id, artifact_type) where is_listed and artifact_type is not null;
create index artifact_listed_pusher on artifact (repository_id, pushed_by) where is_listed;

create index tag_sorted on tag (repository_id, sort_key, id);
create index tag_pushed on tag (repository_id, pushed_at, id);
create index tag_pulled on tag (repository_id, pulled_at, id);
create index tag_pulled_last on tag (repository_id, pulled_at desc nulls last, id desc);
create index tag_size on tag (repository_id, size, id);
create index tag_pull_count on tag (repository_id, pull_count, id);
-- Each push may have to work off what waits to come into the index: no more than can be done at once.
create index tag_name on tag using gin (repository_id, name gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Each push writes the row anew, and touches no index where there is room beside the old one.
alter table repository set (fillfactor = 70);
create index repository_name on repository using gin (name gin_trgm_ops);

create index user_by_name on "user" (username, id) where deleted_at is null;
create index user_name on "user" using gin (username gin_trgm_ops) where deleted_at is null;
`,
}
