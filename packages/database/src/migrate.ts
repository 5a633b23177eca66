import { setTimeout as sleep } from 'node:timers/promises'
import { DataSource, type QueryRunner } from 'typeorm'
import { asTypeOrm, nameInTable, readMigrations } from './migrations.js'
import type { DatabaseSettings } from './settings.js'

/** Under it one process at a time migrates. */
const LOCK = `hashtextextended('berth: migration', 0)`
const POLL_MILLISECONDS = 200

/**
 * Brings the schema up to date. Safe when several processes start at once: the others wait, then find nothing to do.
 * @returns names of the migrations that ran
 */
export async function migrate(settings: DatabaseSettings, migrations = readMigrations()): Promise<string[]> {
  const dataSource = await open(settings, (await migrations).map(asTypeOrm))
  const lock = dataSource.createQueryRunner()
  try {
    // Whoever waits inside a statement would hold up an index that is being built concurrently.
    while (!(await tryLock(lock))) await sleep(POLL_MILLISECONDS)
    return (await dataSource.runMigrations()).map(({ name }) => name)
  } finally {
    await lock.release()
    await dataSource.destroy()
  }
}

/** @returns names of the migrations that have not run, in their order */
export async function missingMigrations(settings: DatabaseSettings): Promise<string[]> {
  const dataSource = await open(settings, [])
  try {
    const [table] = await dataSource.query<{ exists: boolean }[]>(
      `select to_regclass('migrations') is not null as exists`,
    )
    const done = table?.exists ? await dataSource.query<{ name: string }[]>('select name from migrations') : []
    const names = new Set(done.map(({ name }) => name))
    return (await readMigrations()).map(({ name }) => name).filter((name) => !names.has(nameInTable(name)))
  } finally {
    await dataSource.destroy()
  }
}

function open(settings: DatabaseSettings, migrations: ReturnType<typeof asTypeOrm>[]): Promise<DataSource> {
  return new DataSource({
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
    // A connection that breaks fails its statement, too.
    poolErrorHandler: () => {},
    migrations,
    migrationsTransactionMode: 'each',
  }).initialize()
}

async function tryLock(runner: QueryRunner): Promise<boolean> {
  const [row]: { readonly held: boolean }[] = await runner.query(`select pg_try_advisory_lock(${LOCK}) as held`)
  return row?.held ?? false
}
