import { jobSchemas } from '@berth/contracts'
import { MetadataUnavailableError, type PostgresMetadata } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import { defineJob, type Job } from './job.js'

const ARTIFACTS = 100
const BLOBS = 100

type Metadata = Pick<
  PostgresMetadata,
  'purgeExpiredArtifacts' | 'findReclaimable' | 'reclaimBlob' | 'noteReclaimFailure'
>

/**
 * Frees what was deleted more than `delaySeconds` ago: first the rows of artifacts, then the blobs that nothing links any more.
 * A blob whose file cannot be deleted is tried again later and does not keep the others.
 */
export function reclaim(metadata: Metadata, store: Pick<BlobStore, 'delete'>, delaySeconds: number): Job {
  return defineJob({
    name: 'reclaim',
    schema: jobSchemas.reclaim,
    timeLimitSeconds: 3600,
    attempts: 3,
    schedule: '* * * * *',
    async run(_payload, { signal, progress, logger }) {
      const done = { artifacts: 0, blobs: 0, bytes: 0, failed: 0 }
      for (let count = ARTIFACTS; count === ARTIFACTS;) {
        signal.throwIfAborted()
        count = await metadata.purgeExpiredArtifacts(delaySeconds, ARTIFACTS)
        done.artifacts += count
        progress({ ...done })
      }
      for (let count = BLOBS; count === BLOBS;) {
        const digests = await metadata.findReclaimable(delaySeconds, BLOBS)
        for (const digest of digests) {
          signal.throwIfAborted()
          try {
            const reclaimed = await metadata.reclaimBlob(digest, delaySeconds, () => store.delete(digest))
            if (reclaimed.outcome !== 'deleted') continue
            done.blobs += 1
            done.bytes += reclaimed.bytes
          } catch (error) {
            if (error instanceof MetadataUnavailableError) throw error
            logger.warn({ err: error, digest }, 'blob not deleted, to be tried again')
            done.failed += 1
            await metadata.noteReclaimFailure(
              digest,
              delaySeconds,
              error instanceof Error ? error.message : String(error),
            )
          }
        }
        count = digests.length
        progress({ ...done })
      }
      return done
    },
  })
}
