import type { Pool } from 'pg'

/** The newest migration that the statements of this service rely on. */
const NEEDED_MIGRATION = '0030-events-0000000000030'

/** @throws {Error} when PostgreSQL cannot be asked, or its schema is older than this service needs */
export async function checkSchema(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ readonly migrated: boolean }>(
    `select to_regclass('migrations') is not null as migrated`,
  )
  if (rows[0]?.migrated) {
    const { rowCount } = await pool.query('select 1 from migrations where name = $1', [NEEDED_MIGRATION])
    if (rowCount === 1) return
  }
  throw new Error('the schema is not there yet: the api creates it when it starts')
}
