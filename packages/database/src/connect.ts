import 'reflect-metadata'
import type { DatabaseSettings } from './settings.js'
import { DataSource } from 'typeorm'
import { Initial1700000000001 } from './migrations/0001-initial.js'
import { JobLog1700000000002 } from './migrations/0002-job-log.js'
import { RestoreDeleted1700000000003 } from './migrations/0003-restore-deleted.js'
import { MissingBlobs1700000000004 } from './migrations/0004-missing-blobs.js'
import { UploadSize1700000000005 } from './migrations/0005-upload-size.js'
import { NoUploads1700000000006 } from './migrations/0006-no-uploads.js'
import { LinkIndex1700000000007 } from './migrations/0007-link-index.js'
import { entities } from './entities/index.js'

/** Key of the advisory lock under which one process at a time migrates. */
const MIGRATION_LOCK = `hashtextextended('berth: migration', 0)`

/** A TypeORM data source over Berth's schema. Not yet connected: call `initialize()`. */
export function createDataSource(settings: DatabaseSettings): DataSource {
  return new DataSource({
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
    entities,
    migrations: [
      Initial1700000000001,
      JobLog1700000000002,
      RestoreDeleted1700000000003,
      MissingBlobs1700000000004,
      UploadSize1700000000005,
      NoUploads1700000000006,
      LinkIndex1700000000007,
    ],
    migrationsTransactionMode: 'each',
  })
}

/** Brings the schema up to date. Safe when several processes start at once: the others wait, then find nothing to do. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const lock = dataSource.createQueryRunner()
  try {
    await lock.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    await dataSource.runMigrations()
  } finally {
    await lock.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
    await lock.release()
  }
}
