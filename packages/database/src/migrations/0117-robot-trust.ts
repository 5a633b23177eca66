import type { Migration } from '../migrations.js'

/**
 * A credential that is no secret: a robot takes tokens of an issuer, as `{issuer, audience, claims}`. Its hash is that of nothing; it tells
 * in the view `caller` one such credential from another, so that what was issued by one ends with it.
 */
export const migration: Migration = {
  statements: `
alter table credential
  add column trust jsonb,
  drop constraint credential_kind_check,
  drop constraint credential_check,
  drop constraint credential_check1;
alter table credential
  add constraint credential_kind_check check (kind in ('robot', 'trust', 'token', 'cli')),
  add constraint credential_of_robot check ((kind in ('robot', 'trust')) = (robot_id is not null)),
  add constraint credential_of_user check ((kind in ('robot', 'trust')) = (user_id is null)),
  add constraint credential_trust check ((kind = 'trust') = (trust is not null));
`,
}
