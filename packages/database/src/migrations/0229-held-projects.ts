import type { Migration } from '../migrations.js'

/**
 * A list of what a user may see asks for their projects, some lists several times. PostgreSQL plans the statement of a function once per
 * connection; as a part of each list it took longer to plan than to run.
 */
export const migration: Migration = {
  statements: `
-- Projects in which, whatever repository and tag, a subject holds one of the permissions.
create function held_projects(held_by text, holder integer, names text[]) returns setof integer
  language plpgsql stable rows 100 as $$
begin
  return query select distinct g.project_id from project_grant g
    where g.subject_kind = held_by and g.subject_id = holder and g.permissions && names and g.repositories is null and g.tags is null;
end
$$;
`,
}
