import {
  databaseSettings,
  jobserviceSettings,
  reclaimSettings,
  redisSettings,
  serviceSettings,
  SettingsError,
  storageSettings,
} from '@berth/config'
import { MAX_GC_WORKERS } from '@berth/contracts'
import { PostgresMetadata } from '@berth/metadata'
import { FilesystemBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { Pool } from 'pg'
import { checkSchema } from './check-schema.js'
import { createJobs } from './jobs/jobs.js'
import { createJobservice } from './jobservice.js'
import { listeners } from './listeners.js'

async function main(): Promise<void> {
  const listen = serviceSettings()
  const database = databaseSettings()
  const { workers, ...jobSettings } = jobserviceSettings()
  const { reclaimDelaySeconds } = reclaimSettings()
  const logger = createLogger({ service: 'jobservice', level: listen.logLevel })

  const pool = new Pool({
    ...database,
    max: database.poolSize,
    connectionTimeoutMillis: 5000,
    application_name: 'berth-jobservice',
  })
  // An idle connection that breaks is replaced at the next statement.
  pool.on('error', (error) => logger.debug({ err: error }, 'idle connection broke'))
  const metadata = new PostgresMetadata({ ...database, poolSize: workers + MAX_GC_WORKERS })
  const store = new FilesystemBlobStore(storageSettings())

  const service = createJobservice({
    listen,
    pool,
    redis: redisSettings(),
    jobs: createJobs({ pool, metadata, store, ...jobSettings, reclaimDelaySeconds }),
    listeners,
    workers,
    leaseSeconds: 60,
    pollMs: 1000,
    graceMs: 5000,
    logger,
    checkSchema: () => checkSchema(pool),
    checkStorage: () => store.check(),
  })
  const stop = async (): Promise<void> => {
    await service.stop()
    await Promise.allSettled([metadata.close(), store.close(), pool.end()])
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  await service.start().catch(async (error: unknown) => {
    await stop()
    throw error
  })
}

main().catch((error: unknown) => {
  // Settings are mended by a person, who needs the message alone.
  console.error(error instanceof SettingsError ? error.message : error)
  process.exitCode = 1
})
