import { Client } from 'pg'
import type { DatabaseSettings } from '@berth/database'
import type { FillSizes } from './fill-sizes.js'
import { fillStatements } from './fill-statements.js'

/** Whatever is there goes, but for the administrator. */
const EMPTY = `
  truncate project, project_member, user_group, robot, quota, quota_delta, repository, repository_blob, blob, artifact, artifact_blob, artifact_reference,
    tag, tag_event, reclaim, event, outbox, missed_event, audit_forward, job_execution,
    replication_policy, registry_endpoint restart identity cascade;
  delete from "user" where id <> 1;
  insert into "user" (id, username, sysadmin) values (1, 'admin', true) on conflict do nothing;
  select setval(pg_get_serial_sequence('"user"', 'id'), 1)`

/** Those that no constraint stands on. One of a table in parts is made in all of them. */
const SECONDARY_INDEXES = `
  select format('%I', i.indexname) as name, replace(i.indexdef, ' ON ONLY ', ' ON ') as definition from pg_indexes i
  where i.schemaname = current_schema()
    and i.tablename in ('repository_blob', 'artifact', 'artifact_blob', 'artifact_reference', 'tag', 'tag_event', 'event', 'job_execution', 'retention_verdict')
    and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)`

/** How the owner of the tables sets each foreign key aside, and puts it back. */
const FOREIGN_KEYS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as aside,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
  from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace`

/**
 * Fills a migrated database with rows alone, no blob has bytes. A million artifacts take some minutes: the server makes the rows, foreign
 * keys are not checked meanwhile, and indexes are built at the end.
 *
 * @param settings of the owner of the tables
 * @param tell gets one line of progress at a time
 */
export async function fillDatabase(
  settings: DatabaseSettings,
  sizes: FillSizes,
  tell: (line: string) => void = () => {},
): Promise<void> {
  const client = new Client({ ...settings, password: settings.password })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'; set local jit = off`)
    await client.query(EMPTY)
    const foreignKeys = await client.query<{ aside: string; back: string }>(FOREIGN_KEYS)
    for (const { aside } of foreignKeys.rows) await client.query(aside)
    const indexes = await client.query<{ name: string; definition: string }>(SECONDARY_INDEXES)
    for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
    for (const [what, statements] of fillStatements(sizes)) {
      tell(`  ${what}`)
      await client.query(statements)
    }
    tell('  indexes')
    for (const { definition } of indexes.rows) await client.query(definition)
    for (const { back } of foreignKeys.rows) await client.query(back)
    await client.query('commit')
    // Also says what every reader may see, so that an index alone can answer.
    await client.query(
      'vacuum (analyze) "user", project, project_member, repository, repository_blob, blob, artifact, artifact_blob, artifact_reference, artifact_label, tag, tag_event, event, job_execution, retention_verdict, daily_activity, repository_usage',
    )
  } finally {
    await client.end()
  }
}
