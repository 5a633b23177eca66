import type { Migration } from '../migrations.js'

/**
 * The second factor of a user: a secret that is sealed, and the step of the last code that was taken, for each counts once. It is on from
 * `enabled_at`; before, it is offered. `generation` counts how often it was switched on or off, so that no state of an account comes twice.
 * Where an administrator took it away the row stays, to tell the user of it.
 */
export const migration: Migration = {
  statements: `
create table second_factor (
  user_id    integer primary key references "user" (id) on delete cascade,
  secret     text,
  last_step  bigint not null default 0,
  generation integer not null default 0,
  offered_at timestamptz not null default now(),
  enabled_at timestamptz,
  removed_at timestamptz,
  check (enabled_at is null or secret is not null)
);

create table recovery_code (
  user_id   integer not null references second_factor (user_id) on delete cascade,
  code_hash bytea not null,
  primary key (user_id, code_hash)
);
`,
}
