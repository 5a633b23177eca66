import { DatabaseUnavailableError, readDatabaseFailure } from './database-failure.js'
import { nameInTable, readMigrations } from './migrations.js'
import type { Queryable } from './transaction.js'

const find = { name: 'find_migration', text: 'select from migrations where name = $1' }

let needed: Promise<string> | undefined

/** The newest migration that changes what statements may name. Indexes alone make them quicker: nobody waits for those. */
export async function neededMigration(): Promise<string> {
  const migrations = await readMigrations()
  return migrations.findLast((migration) => 'statements' in migration)?.name ?? ''
}

/**
 * Resolves where the schema is as new as this version of the services.
 *
 * @throws {DatabaseUnavailableError} while it is older, or PostgreSQL cannot be asked
 */
export async function requireSchema(database: Queryable): Promise<void> {
  const name = await (needed ??= neededMigration())
  const rows = await database.query(find, [nameInTable(name)]).catch((error: unknown) => {
    if (readDatabaseFailure(error)?.kind === 'schema') return []
    throw error
  })
  if (rows.length > 0) return
  throw new DatabaseUnavailableError(new Error(`the schema lacks ${name}, which the api brings when it starts`))
}
