import {
  databaseSettings,
  externalUrlSettings,
  jobserviceSettings,
  outboundSettings,
  reclaimSettings,
  redisSettings,
  secretKeySettings,
  serviceSettings,
  SettingsError,
  storageSettings,
} from '@berth/config'
import { MAX_GC_WORKERS } from '@berth/contracts'
import { Database, requireSchema } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { Endpoints } from '@berth/registry-endpoints'
import { FilesystemBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { webhookSecrets, WebhookSender } from '@berth/webhooks'
import { forwardAuditLog } from './forward/forward-audit-log.js'
import { ForwardQueue } from './forward/forward-queue.js'
import { createJobs } from './jobs/jobs.js'
import { tellReplications } from './jobs/replication/tell-replications.js'
import { startWebhooks } from './jobs/webhooks/start-webhooks.js'
import { createJobservice } from './jobservice.js'
import { createListeners } from './listeners.js'

async function main(): Promise<void> {
  const listen = serviceSettings()
  const settings = databaseSettings()
  const { workers, ...jobSettings } = jobserviceSettings()
  const { reclaimDelaySeconds } = reclaimSettings()
  const logger = createLogger({ service: 'jobservice', level: listen.logLevel })

  // A job that reclaims holds a connection for each file that it deletes: others must not wait for those.
  const database = new Database({ ...settings, poolSize: settings.poolSize + workers.upkeep + MAX_GC_WORKERS })
  const store = new FilesystemBlobStore(storageSettings())

  const metadata = new PostgresMetadata(database)
  const endpoints = new Endpoints({ database, ...secretKeySettings(), ...outboundSettings() })
  const queue = new ForwardQueue(database)
  const sender = new WebhookSender(outboundSettings().allow)
  const webhooks = { sender, secrets: webhookSecrets(secretKeySettings().secretKey) }
  const { externalUrl = 'http://localhost' } = externalUrlSettings()

  const service = createJobservice({
    listen,
    database,
    redis: redisSettings(),
    jobs: createJobs({ database, metadata, store, endpoints, ...jobSettings, reclaimDelaySeconds, webhooks }),
    listeners: createListeners(externalUrl),
    rounds: {
      'forward-audit-log': (signal) => forwardAuditLog({ queue, logger, signal }),
      'start-webhooks': () => startWebhooks(database),
      'tell-replications': () => tellReplications(database),
    },
    workers,
    leaseSeconds: 60,
    pollMs: 1000,
    graceMs: 5000,
    logger,
    checkSchema: () => requireSchema(database),
    checkStorage: () => store.check(),
  })
  const stop = async (): Promise<void> => {
    await service.stop()
    await Promise.allSettled([
      store.close(),
      endpoints[Symbol.asyncDispose](),
      sender[Symbol.asyncDispose](),
      metadata.close().then(() => database.close()),
    ])
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
