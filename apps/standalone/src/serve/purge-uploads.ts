import type { Configuration } from '@berth/distribution-config'
import type { LayoutMetadata } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import type { Logger } from '@berth/telemetry'

type Purging = Configuration['storage']['maintenance']['uploadpurging']

const firstAfter = 60_000

/** Ends abandoned uploads from time to time, as `storage.maintenance.uploadpurging` says. Stops on disposal. */
export function purgeUploads(
  { enabled, age, interval, dryrun }: Purging,
  metadata: LayoutMetadata,
  blobs: BlobStore,
  log: Logger,
): Disposable {
  let timer: NodeJS.Timeout | undefined
  const schedule = (delay: number) => {
    // Longer delays overflow the timer and would fire at once.
    timer = setTimeout(() => void run(), Math.min(delay, 2 ** 31 - 1))
    timer.unref()
  }
  const run = async () => {
    const before = new Date(Date.now() - age)
    try {
      const purged = await metadata.purgeAbandonedUploads(before, dryrun)
      if (!dryrun) await blobs.purgeStale(before)
      log.info({ purged, dryrun }, 'abandoned uploads purged')
    } catch (error) {
      log.warn({ err: error }, 'abandoned uploads not purged')
    }
    schedule(interval)
  }
  if (enabled) schedule(Math.min(firstAfter, interval))
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}
