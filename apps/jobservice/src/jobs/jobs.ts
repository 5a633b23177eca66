import { jobContracts } from '@berth/contracts'
import type { PostgresMetadata } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import type { Pool } from 'pg'
import { addEventMonths } from './upkeep/add-event-months.js'
import { foldQuota } from './upkeep/fold-quota.js'
import { garbageCollection } from './upkeep/garbage-collection.js'
import { createJobTable, type JobTable } from '../engine/job-table.js'
import { pruneExecutions } from './upkeep/prune-executions.js'
import { purgeUploads } from './upkeep/purge-uploads.js'
import { reclaim } from './upkeep/reclaim.js'
import { scrub } from './upkeep/scrub.js'

export interface JobServices {
  readonly pool: Pool
  readonly metadata: PostgresMetadata
  readonly store: BlobStore
  readonly uploadExpiryHours: number
  readonly reclaimDelaySeconds: number
  readonly scrubBytesPerSecond: number
}

/** Every job of the platform. @throws {Error} unless each job of the contracts has exactly one handler */
export function createJobs({ pool, metadata, store, ...settings }: JobServices): JobTable {
  const { uploadExpiryHours, reclaimDelaySeconds, scrubBytesPerSecond } = settings
  return createJobTable(Object.keys(jobContracts), [
    addEventMonths(pool),
    foldQuota(pool),
    garbageCollection(metadata, store, reclaimDelaySeconds),
    pruneExecutions(pool),
    purgeUploads(store, uploadExpiryHours),
    reclaim(metadata, store, reclaimDelaySeconds),
    scrub(metadata, store, { bytesPerSecond: scrubBytesPerSecond, delaySeconds: reclaimDelaySeconds }),
  ])
}
