import { jobSchemas } from '@berth/contracts'
import type { PostgresMetadata } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import { defineJob, type Job } from './job.js'

const BATCH = 100
const HOUR_MS = 3_600_000

/** Ends uploads that nothing was added to for `expiryHours`, and removes files that no upload and no request wants any more. */
export function purgeUploads(
  metadata: Pick<PostgresMetadata, 'purgeAbandonedUploads'>,
  store: Pick<BlobStore, 'cancel' | 'check' | 'purgeStale'>,
  expiryHours: number,
): Job {
  return defineJob({
    name: 'purge-uploads',
    schema: jobSchemas['purge-uploads'],
    timeLimitSeconds: 1800,
    attempts: 3,
    schedule: '7 * * * *',
    async run(_payload, { signal, progress }) {
      await store.check()
      const before = new Date(Date.now() - expiryHours * HOUR_MS)
      let uploads = 0
      for (let count = BATCH; count === BATCH;) {
        signal.throwIfAborted()
        // The row first: bytes that a crash leaves behind are found below, a row without bytes would fail its client.
        const ids = await metadata.purgeAbandonedUploads(before, BATCH)
        for (const id of ids) await store.cancel(id)
        count = ids.length
        uploads += count
        progress({ uploads })
      }
      return { uploads, files: await store.purgeStale(before) }
    },
  })
}
