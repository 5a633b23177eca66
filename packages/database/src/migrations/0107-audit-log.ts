import type { Migration } from '../migrations.js'

/**
 * Events as entries of the audit log: what happened to what, in the words that its lists filter by, and whether it came about. `entry`
 * says what becomes of one there: kept, only forwarded, or none. Each order of a list, and each filter, has an index.
 */
export const migration: Migration = {
  statements: `
alter table event
  add column operation     text not null default '',
  add column resource_type text not null default '',
  add column resource      text collate "C" not null default '',
  add column succeeded     boolean not null default true,
  add column entry         text not null default 'kept' check (entry in ('kept', 'forwarded', 'none'));

update event set
  operation = case split_part(type, '.', 2)
    when 'pushed' then 'create' when 'created' then 'create' when 'added' then 'create'
    when 'pulled' then 'pull' when 'restored' then 'restore'
    when 'deleted' then 'delete' when 'removed' then 'delete' when 'purged' then 'delete'
    when 'signed-in' then 'login' when 'sign-in-failed' then 'login' when 'signed-out' then 'logout'
    when 'started' then 'start' when 'stopped' then 'stop' else 'update' end,
  resource_type = case split_part(type, '.', 1) when 'settings' then 'configuration' else split_part(type, '.', 1) end,
  resource = coalesce(
    repository || coalesce(':' || (payload ->> 'tag'), ':' || (payload #>> '{tags,0}'), '@' || (payload ->> 'digest'), ''),
    payload ->> 'user', payload ->> 'login', payload ->> 'project', payload ->> 'job', ''),
  succeeded = type <> 'user.sign-in-failed';

drop index event_project, event_actor;
create index event_project on event (project_id, at, id) where project_id is not null and entry = 'kept';
create index event_actor on event (actor_name, at, id) where entry = 'kept';
create index event_operation on event (operation, at, id) where entry = 'kept';
create index event_resource_type on event (resource_type, at, id) where entry = 'kept';
create index event_failed on event (at, id) where entry = 'kept' and not succeeded;
-- Each change may have to work off what waits to come into the index: no more than can be done at once.
create index event_resource on event using gin (resource gin_trgm_ops, actor_name gin_trgm_ops) with (gin_pending_list_limit = 256)
  where entry = 'kept';
-- Those that are not shown, until nobody waits for them any more.
create index event_hidden on event (at, id) where entry <> 'kept';

-- Entries that wait to be sent to the syslog server. Whoever sends some of them has them until leased_until.
create table audit_forward (
  event_id     bigint primary key,
  event_at     timestamptz not null,
  leased_until timestamptz
);
`,
}
