import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'
import type { DatabaseSettings } from '@berth/database'
import { databaseEnvironment } from './environment.js'
import { createMigratedDatabase, startPostgres, type PostgresServer } from './postgres.js'

/** The migrated database that every test's database is copied from. */
export const TEMPLATE = 'berth_template'

/** A database of its own, at the newest schema and without a row. */
export interface TestDatabase extends AsyncDisposable {
  readonly settings: DatabaseSettings
  /** The same as environment variables, for a service started as a process. */
  readonly environment: Readonly<Record<string, string>>
  /** A pool for the test's own statements. */
  readonly pool: Pool
}

/** What a test process must know of the cluster that the test run shares. */
export interface SharedCluster {
  readonly host: string
  readonly port: number
  readonly user: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly berthCluster: SharedCluster
  }
}

async function execute(cluster: SharedCluster, statement: string): Promise<void> {
  const client = new Client({ ...cluster, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function openDatabase(settings: DatabaseSettings, dispose: () => Promise<void>): TestDatabase {
  const pool = new Pool({ ...settings, password: settings.password, max: 4 })
  // An idle connection breaks when a test stops the server; the next query opens a new one.
  pool.on('error', () => {})
  return {
    settings,
    environment: databaseEnvironment(settings),
    pool,
    async [Symbol.asyncDispose]() {
      await pool.end()
      await dispose()
    },
  }
}

/**
 * A fresh database in the cluster of the test run (vitest-setup.ts), copied from the migrated template in about 50 ms. For tests only; dispose it in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { inject } = await import('vitest')
  const cluster = inject('berthCluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  await execute(cluster, `create database ${name} template ${TEMPLATE}`)
  return openDatabase({ ...cluster, database: name, poolSize: 8 }, () =>
    execute(cluster, `drop database ${name} with (force)`),
  )
}

/** A cluster for one test alone that may stop and start it, with a migrated database. */
export async function startTestDatabase(
  options: Parameters<typeof startPostgres>[0] = {},
): Promise<TestDatabase & { readonly server: PostgresServer }> {
  const server = await startPostgres(options)
  await createMigratedDatabase(server, 'berth')
  const stop = async () => server[Symbol.asyncDispose]()
  return { ...openDatabase(server.settings('berth'), stop), server }
}
