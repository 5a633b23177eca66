import { jobContracts } from '@berth/contracts'
import type { BlobStore } from '@berth/storage'
import { defineJob, type Job } from '../../engine/job.js'

const HOUR_MS = 3_600_000

/** Forgets uploads that nothing was added to for `expiryHours`, and removes files that no request wants any more. */
export function purgeUploads(store: Pick<BlobStore, 'check' | 'purgeStale'>, expiryHours: number): Job {
  return defineJob({
    name: 'purge-uploads',
    ...jobContracts['purge-uploads'],
    timeLimitSeconds: 1800,
    attempts: 3,
    schedule: '7 * * * *',
    async run() {
      await store.check()
      return { purged: await store.purgeStale(new Date(Date.now() - expiryHours * HOUR_MS)) }
    },
  })
}
