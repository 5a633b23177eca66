import { jobContracts } from '@berth/contracts'
import type { Database } from '@berth/database'
import { createReclaim, createScrub, type PostgresMetadata } from '@berth/metadata'
import type { Endpoints } from '@berth/registry-endpoints'
import type { BlobStore } from '@berth/storage'
import type { WebhookSecrets, WebhookSender } from '@berth/webhooks'
import { checkRegistries } from './registries/check-registries.js'
import { addEventMonths } from './upkeep/add-event-months.js'
import { countPushes } from './upkeep/count-pushes.js'
import { countUsage } from './upkeep/count-usage.js'
import { foldQuota } from './upkeep/fold-quota.js'
import { garbageCollection } from './upkeep/garbage-collection.js'
import { proveQuota } from './upkeep/prove-quota.js'
import { createJobTable, type JobTable } from '../engine/job-table.js'
import { pruneEvents } from './upkeep/prune-events.js'
import { pruneExecutions } from './upkeep/prune-executions.js'
import { purgeAuditLog } from './upkeep/purge-audit-log.js'
import { replication } from './replication/replication.js'
import { replicationTask } from './replication/replication-task.js'
import { retention } from './retention/retention.js'
import { retentionRepository } from './retention/retention-repository.js'
import { purgeUploads } from './upkeep/purge-uploads.js'
import { reclaim } from './upkeep/reclaim.js'
import { scrub } from './upkeep/scrub.js'
import { webhook } from './webhooks/webhook.js'

export interface JobServices {
  readonly database: Database
  readonly metadata: PostgresMetadata
  readonly store: BlobStore
  readonly endpoints: Endpoints
  readonly uploadExpiryHours: number
  readonly reclaimDelaySeconds: number
  readonly scrubBytesPerSecond: number
  readonly webhooks: { readonly sender: WebhookSender; readonly secrets: WebhookSecrets }
}

/** Every job of the platform. @throws {Error} unless each job of the contracts has exactly one handler */
export function createJobs({ database, metadata, store, endpoints, ...settings }: JobServices): JobTable {
  const { uploadExpiryHours, reclaimDelaySeconds, scrubBytesPerSecond, webhooks } = settings
  return createJobTable(Object.keys(jobContracts), [
    addEventMonths(database),
    checkRegistries(database, endpoints),
    countPushes(database),
    countUsage(database),
    foldQuota(database),
    garbageCollection(createReclaim(database), store, reclaimDelaySeconds),
    proveQuota(database),
    pruneEvents(database),
    pruneExecutions(database),
    purgeAuditLog(database),
    purgeUploads(createReclaim(database), store, uploadExpiryHours),
    reclaim(createReclaim(database), store, reclaimDelaySeconds),
    replication(database, endpoints),
    replicationTask({ database, metadata, store, endpoints }),
    retention(database),
    retentionRepository(database, reclaimDelaySeconds),
    scrub(createScrub(database), store, { bytesPerSecond: scrubBytesPerSecond, delaySeconds: reclaimDelaySeconds }),
    webhook(database, webhooks.sender, webhooks.secrets),
  ])
}
