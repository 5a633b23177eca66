import { jobContracts } from '@berth/contracts'
import type { Reclaim } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import { reclaimDue } from './garbage/reclaim-due.js'
import { Tally } from './garbage/tally.js'
import { defineJob, type Job, type JobContext } from '../../engine/job.js'

const ARTIFACTS = 100
/** An upload that nothing was added to for so long is given up where all is to go that may: hourly others go much later. */
const QUIET_MS = 3_600_000

/**
 * Frees at once what was deleted more than `delaySeconds` ago. With `delete_untagged` it deletes artifacts without a tag, too: their bytes
 * follow after the delay, and until then they can be restored. With `purge_deleted` the bytes of all that is deleted go at once,
 * and those of uploads that nobody goes on with. A dry run lists what would go, and changes nothing.
 */
export function garbageCollection(
  reclaim: Reclaim,
  store: Pick<BlobStore, 'delete' | 'purgeStale'>,
  delaySeconds: number,
): Job {
  return defineJob({
    name: 'garbage-collection',
    ...jobContracts['garbage-collection'],
    timeLimitSeconds: 86_400,
    attempts: 3,
    exclusiveBy: () => 'all',
    async run({ delete_untagged: withUntagged, purge_deleted: withDeleted, dry_run: dryRun, workers }, context) {
      const tally = new Tally(context, dryRun ? undefined : context.resumed)
      context.report(dryRun ? 'dry run: this is what would go, nothing is changed' : 'run: this is what goes')
      context.report(`what was deleted more than ${wordsOf(delaySeconds)} ago is freed`)
      context.report(`workers: ${workers}`)
      if (withUntagged) context.report('artifacts without a tag are deleted')
      if (withDeleted) context.report('what is deleted goes for good, whatever is left of its time')
      if (dryRun) {
        for await (const garbage of reclaim.forecastGarbage(delaySeconds, { withUntagged, withDeleted })) {
          context.signal.throwIfAborted()
          tally.add(garbage)
        }
      } else {
        if (withUntagged) await deleteUntagged(reclaim, delaySeconds, tally, context)
        if (withDeleted) {
          await purgeDeleted(reclaim, tally, context)
          await giveUpUploads(reclaim, store, context)
        }
        await reclaimDue({ reclaim, store, delaySeconds, workers }, tally, context)
      }
      const sums = tally.sums()
      // In Harbor's words, as the line of the workers and that of each deleted blob: scripts read them.
      context.report(`${sums.purged_blobs} blobs and ${sums.purged_manifests} manifests eligible for deletion`)
      context.report(
        `in all ${sums.freed_space} bytes: ${sums.purged_blobs} blobs, ${sums.purged_manifests} manifests; ` +
          `${sums.untagged_manifests} untagged artifacts deleted, ${sums.failed_blobs} blobs failed`,
      )
      return sums
    },
  })
}

/** One by one, so that nobody who pushes meanwhile waits for long. */
async function purgeDeleted(reclaim: Reclaim, tally: Tally, { signal, actor }: JobContext): Promise<void> {
  for (
    let batch = await reclaim.listDeleted(ARTIFACTS);
    batch.length > 0;
    batch = await reclaim.listDeleted(ARTIFACTS)
  ) {
    for (const { repository, digest } of batch) {
      signal.throwIfAborted()
      const bytes = await reclaim.purgeArtifact(repository, digest, actor)
      if (bytes !== undefined) tally.add({ kind: 'manifest', repository, digest, bytes })
    }
  }
}

async function giveUpUploads(
  reclaim: Reclaim,
  store: Pick<BlobStore, 'purgeStale'>,
  context: JobContext,
): Promise<void> {
  const before = new Date(Date.now() - QUIET_MS)
  const count = await store.purgeStale(before)
  await reclaim.forgetUploads(before)
  context.report(`${count} unfinished uploads given up`)
}

/** Pass after pass, until one finds nothing: an index that goes leaves its children, a subject what is about it. */
async function deleteUntagged(
  reclaim: Reclaim,
  delaySeconds: number,
  tally: Tally,
  { signal, actor }: JobContext,
): Promise<void> {
  for (let found = true; found;) {
    found = false
    for (let after: string | undefined = '0'; after !== undefined;) {
      signal.throwIfAborted()
      const { deleted, next } = await reclaim.deleteUntagged(delaySeconds, after, ARTIFACTS, actor)
      for (const manifest of deleted) tally.add({ kind: 'untagged', ...manifest })
      found ||= deleted.length > 0
      after = next
    }
  }
}

/** A time as an operator says it. */
function wordsOf(seconds: number): string {
  const days = seconds / 86_400
  if (!Number.isInteger(days) || days === 0) return `${seconds} seconds`
  return days === 1 ? '1 day' : `${days} days`
}
