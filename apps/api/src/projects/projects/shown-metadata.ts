import sql from 'sql-template-tag'

/** Metadata of `project p` as clients see it. Public is a column of its own, and a retention policy a row of its own. */
export const shownMetadata = sql`p.metadata || jsonb_build_object('public', p.public::text) || coalesce(
  (select jsonb_build_object('retention_id', x.id::text) from retention_policy x where x.project_id = p.id), '{}')`
