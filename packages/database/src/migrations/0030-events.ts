import type { Migration } from '../migrations.js'

/**
 * What was changed, when and by whom, in a table per month: old months go as a whole. The outbox names the events that wait to be
 * dispatched; ids tell their order, not which of them are committed.
 */
export const migration: Migration = {
  statements: `
create sequence event_id;

create table event (
  id            bigint not null default nextval('event_id'),
  at            timestamptz not null default now(),
  type          text not null,
  project_id    integer,
  repository_id bigint,
  repository    text collate "C",
  actor_kind    text not null check (actor_kind in ('user', 'robot', 'anonymous', 'system')),
  actor_id      bigint,
  actor_name    text not null,
  address       text,
  request_id    text,
  payload       jsonb not null,
  primary key (at, id)
) partition by range (at);
create index event_project on event (project_id, at, id) where project_id is not null;
create index event_actor on event (actor_name, at, id);
alter sequence event_id owned by event.id;

-- A net: an event is never refused for want of its month.
create table event_default partition of event default;

-- Makes the months from the given day on that are not there yet, and moves what the net caught of them. Returns how many it made.
-- Writing goes on meanwhile; reading waits for it, so it does not wait long itself.
create function add_event_months(first_day date, months integer) returns integer
language plpgsql set lock_timeout = '5s' as $$
declare
  month date;
  partition_name text;
  month_begin timestamptz;
  month_end timestamptz;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('berth: event months', 0));
  for place in 0 .. months - 1 loop
    month := date_trunc('month', first_day::timestamp) + make_interval(months => place);
    partition_name := 'event_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(partition_name) is not null;
    month_begin := month::timestamp at time zone 'UTC';
    month_end := (month + interval '1 month') at time zone 'UTC';
    lock table event_default in access exclusive mode;
    execute format('create table %I (like event including all)', partition_name);
    execute format(
      'with caught as (delete from event_default where at >= %L and at < %L returning *) insert into %I select * from caught',
      month_begin, month_end, partition_name);
    execute format('alter table event attach partition %I for values from (%L) to (%L)', partition_name, month_begin, month_end);
    made := made + 1;
  end loop;
  return made;
end
$$;

select add_event_months((now() at time zone 'UTC')::date, 3);

drop table outbox;
create table outbox (
  event_id bigint primary key,
  event_at timestamptz not null
);
`,
}
