import { isUnavailable, type Reclaim } from '@berth/metadata'
import type { Digest } from '@berth/oci'
import type { BlobStore } from '@berth/storage'
import type { JobContext } from '../../../engine/job.js'
import type { Tally } from './tally.js'

const ARTIFACTS = 100
const BLOBS = 100

export interface ReclaimOptions {
  readonly reclaim: Pick<Reclaim, 'purgeExpiredArtifacts' | 'findReclaimable' | 'reclaimBlob' | 'noteReclaimFailure'>
  readonly store: Pick<BlobStore, 'delete'>
  /** How long what was deleted is kept, in seconds. */
  readonly delaySeconds: number
  /** How many blobs are deleted at the same time. */
  readonly workers: number
}

/**
 * Frees what was deleted more than `delaySeconds` ago: first the rows of artifacts, then the blobs that nothing links any more.
 * A blob whose file cannot be deleted is tried again later and does not keep the others.
 */
export async function reclaimDue(options: ReclaimOptions, tally: Tally, context: JobContext): Promise<void> {
  const { reclaim, delaySeconds, workers } = options
  for (let count = ARTIFACTS; count === ARTIFACTS;) {
    context.signal.throwIfAborted()
    const purged = await reclaim.purgeExpiredArtifacts(delaySeconds, ARTIFACTS)
    for (const manifest of purged) tally.add({ kind: 'manifest', ...manifest })
    count = purged.length
  }
  for (let count = BLOBS; count === BLOBS;) {
    const digests = await reclaim.findReclaimable(delaySeconds, BLOBS)
    const waiting = digests.values()
    const work = async () => {
      for (const digest of waiting) {
        context.signal.throwIfAborted()
        await reclaimOne(digest, options, tally, context)
      }
    }
    await Promise.all(Array.from({ length: workers }, work))
    count = digests.length
  }
}

async function reclaimOne(
  digest: Digest,
  { reclaim, store, delaySeconds }: ReclaimOptions,
  tally: Tally,
  { logger, report }: JobContext,
): Promise<void> {
  try {
    const reclaimed = await reclaim.reclaimBlob(digest, delaySeconds, () => store.delete(digest))
    if (reclaimed.outcome !== 'deleted') return
    tally.add({ kind: 'blob', digest, ...reclaimed })
    report(`delete blob from storage: ${digest}`)
  } catch (error) {
    if (isUnavailable(error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn({ err: error, digest }, 'blob not deleted, to be tried again')
    tally.fail(digest, reason)
    await reclaim.noteReclaimFailure(digest, delaySeconds, reason)
  }
}
