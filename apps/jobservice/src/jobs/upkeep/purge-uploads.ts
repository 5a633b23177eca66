import { jobContracts } from '@berth/contracts'
import type { Reclaim } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import { defineJob, type Job } from '../../engine/job.js'

const HOUR_MS = 3_600_000

/** Forgets uploads that nothing was added to for `expiryHours`, and removes files that no request wants any more. */
export function purgeUploads(
  metadata: Pick<Reclaim, 'forgetUploads'>,
  store: Pick<BlobStore, 'check' | 'purgeStale'>,
  expiryHours: number,
): Job {
  return defineJob({
    name: 'purge-uploads',
    ...jobContracts['purge-uploads'],
    timeLimitSeconds: 1800,
    attempts: 3,
    schedule: '7 * * * *',
    async run() {
      await store.check()
      const before = new Date(Date.now() - expiryHours * HOUR_MS)
      const purged = await store.purgeStale(before)
      await metadata.forgetUploads(before)
      return { purged }
    },
  })
}
