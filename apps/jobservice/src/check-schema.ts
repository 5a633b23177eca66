import type { Database } from '@berth/database'
import sql from 'sql-template-tag'

/** The newest migration that the statements of this service rely on. */
const NEEDED_MIGRATION = '0031-immutable-rules-0000000000031'

/** @throws {Error} when PostgreSQL cannot be asked, or its schema is older than this service needs */
export async function checkSchema(database: Database): Promise<void> {
  const row = await database.row<{ readonly migrated: boolean }>(
    sql`select to_regclass('migrations') is not null as migrated`,
  )
  if (row?.migrated && (await database.row(sql`select 1 as done from migrations where name = ${NEEDED_MIGRATION}`)))
    return
  throw new Error('the schema is not there yet: the api creates it when it starts')
}
