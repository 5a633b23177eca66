import type { Migration } from '../migrations.js'

/**
 * What signs a user in is nobody else's, be it a user name or an e-mail address. Those of users who had the same before stay as they are,
 * and are the one's who has it as a name.
 */
export const migration: Migration = {
  statements: `
create function fold_login(login text) returns text language sql immutable strict as $$
  select lower(normalize(login, NFKC))
$$;

create table user_login (
  login   text collate "C" primary key,
  user_id integer not null references "user" (id) on delete cascade
);
create index user_login_user on user_login (user_id);

insert into user_login (login, user_id)
select distinct on (login) login, id from (
  select fold_login(username) as login, id, 1 as place from "user" where deleted_at is null
  union all
  select fold_login(email), id, 2 from "user" where deleted_at is null and email is not null
) known order by login, place, id;

create function keep_user_logins() returns trigger language plpgsql as $$
declare
  old_logins text[] := '{}';
  new_logins text[] := '{}';
begin
  if tg_op = 'UPDATE' and old.deleted_at is null then
    old_logins := array_remove(array[fold_login(old.username), fold_login(old.email)], null);
  end if;
  if new.deleted_at is null then
    new_logins := array_remove(array[fold_login(new.username), fold_login(new.email)], null);
  end if;
  delete from user_login where user_id = new.id and login <> all (new_logins);
  insert into user_login (login, user_id)
  select distinct login, new.id from unnest(new_logins) as login where login <> all (old_logins);
  return null;
end
$$;

create trigger user_logins after insert or update of username, email, deleted_at on "user"
for each row execute function keep_user_logins();
`,
}
