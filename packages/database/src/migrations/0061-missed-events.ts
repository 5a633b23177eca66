import type { Migration } from '../migrations.js'

/** Which events a listener has failed on: it is asked again, and what comes after them does not wait. */
export const migration: Migration = {
  statements: `
create table missed_event (
  listener text not null,
  event_id bigint not null,
  event_at timestamptz not null,
  attempts integer not null default 1,
  due_at   timestamptz not null,
  primary key (listener, event_id)
);
create index missed_event_due on missed_event (due_at);
`,
}
