import { DatabaseUnavailableError, readDatabaseFailure } from './database-failure.js'
import { nameInTable } from './migrations.js'
import type { Queryable } from './transaction.js'

const find = { name: 'find_migration', text: 'select from migrations where name = $1' }

/**
 * Resolves where the schema is as new as a service needs it.
 *
 * @param name of the newest migration that its statements rely on
 * @throws {DatabaseUnavailableError} while it is older, or PostgreSQL cannot be asked
 */
export async function requireMigration(database: Queryable, name: string): Promise<void> {
  const rows = await database.query(find, [nameInTable(name)]).catch((error: unknown) => {
    if (readDatabaseFailure(error)?.kind === 'schema') return []
    throw error
  })
  if (rows.length > 0) return
  throw new DatabaseUnavailableError(new Error(`the schema lacks ${name}, which the api brings when it starts`))
}
