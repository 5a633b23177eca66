import type { Digest } from '@berth/oci'
import type { Garbage } from '@berth/metadata'
import { z } from 'zod'
import type { JobContext } from '../../../engine/job.js'

const count = z.int().min(0).default(0)

/** Bytes, and numbers of things. The names are those of Harbor's API, where it has them. */
const sumsSchema = z.object({
  freed_space: count,
  purged_blobs: count,
  purged_manifests: count,
  untagged_manifests: count,
  failed_blobs: count,
})

/** Sums up what goes, or would, and reports it item by item. */
export class Tally {
  readonly #sums: z.output<typeof sumsSchema>

  /** @param before sums of the attempt before, which stay true of what has gone */
  constructor(
    private readonly context: Pick<JobContext, 'progress' | 'counts' | 'report'>,
    before: JobContext['resumed'] = {},
  ) {
    this.#sums = sumsSchema.parse(before)
  }

  add(garbage: Garbage): void {
    const { kind, digest, bytes } = garbage
    switch (kind) {
      case 'untagged':
        this.#sums.untagged_manifests += 1
        break
      case 'manifest':
        this.#sums.purged_manifests += 1
        this.#sums.freed_space += bytes
        break
      case 'blob':
        this.#sums.purged_blobs += 1
        this.#sums.freed_space += bytes
    }
    const what = kind === 'blob' ? [digest, ...garbage.repositories].join(' ') : `${garbage.repository}@${digest}`
    this.#say(`${kind} ${bytes} bytes ${what}`)
  }

  fail(digest: Digest, reason: string): void {
    this.#sums.failed_blobs += 1
    this.#say(`failed ${digest}, to be tried again later: ${reason}`)
  }

  sums() {
    return { ...this.#sums }
  }

  #say(line: string): void {
    this.context.report(line)
    const { purged_blobs, purged_manifests, untagged_manifests, failed_blobs } = this.#sums
    this.context.progress(this.sums())
    this.context.counts({ done: purged_blobs + purged_manifests + untagged_manifests, failed: failed_blobs })
  }
}
