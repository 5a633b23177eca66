import type { Digest } from '@berth/oci'
import type { Garbage } from '@berth/metadata'
import type { JobContext } from '../job.js'

/** Sums up what goes, or would, and reports it item by item. The names of the sums are those of Harbor's API, where it has them. */
export class Tally {
  readonly #sums = { freed_space: 0, purged_blobs: 0, purged_manifests: 0, untagged_manifests: 0, failed_blobs: 0 }

  constructor(private readonly context: Pick<JobContext, 'progress' | 'report'>) {}

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

  /** Bytes, and numbers of things. */
  sums() {
    return { ...this.#sums }
  }

  #say(line: string): void {
    this.context.report(line)
    this.context.progress(this.sums())
  }
}
