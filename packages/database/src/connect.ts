import 'reflect-metadata'
import type { DatabaseSettings } from './settings.js'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { entities } from './entities/index.js'
import { asTypeOrm, readMigrations } from './migrations.js'

/** Key of the advisory lock under which one process at a time migrates. */
const MIGRATION_LOCK = `hashtextextended('berth: migration', 0)`

function connection(settings: DatabaseSettings) {
  return {
    type: 'postgres',
    host: settings.host,
    port: settings.port,
    username: settings.user,
    ...(settings.password === undefined ? {} : { password: settings.password }),
    database: settings.database,
    poolSize: settings.poolSize,
    connectTimeoutMS: 5000,
    applicationName: 'berth',
    // A connection that dies while idle is replaced at the next query, which reports what is wrong.
    poolErrorHandler: () => {},
  } satisfies DataSourceOptions
}

/** A TypeORM data source over Berth's schema. Not yet connected: call `initialize()`. */
export function createDataSource(settings: DatabaseSettings): DataSource {
  return new DataSource({ ...connection(settings), entities })
}

/** Brings the schema up to date. Safe when several processes start at once: the others wait, then find nothing to do. */
export async function migrate(settings: DatabaseSettings): Promise<void> {
  const dataSource = new DataSource({
    // One connection holds the lock, the other one migrates.
    ...connection({ ...settings, poolSize: 2 }),
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
