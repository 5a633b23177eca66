import { DataSource } from 'typeorm'
import { asTypeOrm, readMigrations } from './migrations.js'
import type { DatabaseSettings } from './settings.js'

/** Key of the advisory lock under which one process at a time migrates. */
const MIGRATION_LOCK = `hashtextextended('berth: migration', 0)`

/** Brings the schema up to date. Safe when several processes start at once: the others wait, then find nothing to do. */
export async function migrate(settings: DatabaseSettings): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    host: settings.host,
    port: settings.port,
    username: settings.user,
    ...(settings.password === undefined ? {} : { password: settings.password }),
    database: settings.database,
    // One connection holds the lock, the other one migrates.
    poolSize: 2,
    connectTimeoutMS: 5000,
    applicationName: 'berth',
    migrations: (await readMigrations()).map(asTypeOrm),
    migrationsTransactionMode: 'each',
  })
  await dataSource.initialize()
  const lock = dataSource.createQueryRunner()
  try {
    await lock.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    await dataSource.runMigrations()
  } finally {
    await lock.release()
    await dataSource.destroy()
  }
}
