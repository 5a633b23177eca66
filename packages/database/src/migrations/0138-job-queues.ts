import type { Migration } from '../migrations.js'

export const migration: Migration = {
  statements: `
-- Executions of these jobs are not begun. SCHEDULER stands for the schedules: while it is here, they start nothing.
create table job_pause (
  job       text primary key,
  paused_at timestamptz not null default now()
);

-- A jobservice at work. workers: how many it has of each class. lease_seconds: from a heartbeat of an execution to the end of its lease.
create table worker_pool (
  id            uuid primary key,
  host          text not null,
  pid           integer not null,
  workers       jsonb not null,
  lease_seconds integer not null,
  started_at    timestamptz not null default now(),
  heartbeat_at  timestamptz not null default now()
);

-- Where the last attempt was begun.
alter table job_execution add column worker_pool uuid;
`,
}
