import { jobContracts } from '@berth/contracts'
import type { KnownBlob, Scrub } from '@berth/metadata'
import { parseDigest, type Digest } from '@berth/oci'
import type { BlobStore } from '@berth/storage'
import { z } from 'zod'
import { defineJob, type Job } from '../../engine/job.js'
import { findingSchema, inspect, type Finding } from './scrub/inspection.js'
import { Pace } from '../pace.js'
import { pairUp } from './scrub/pair-up.js'

const PAGE = 500
const FINDINGS = 100
const DAY_SECONDS = 86_400

type Store = Pick<BlobStore, 'stat' | 'read' | 'list' | 'quarantine'>

const count = z.int().min(0).default(0)

/** How far a pass is; what an interrupted one goes on from, and without `last` what a finished one reports. */
const passSchema = z.object({
  /** Everything up to this digest has been looked at. */
  last: z.string().transform(parseDigest).optional(),
  blobs: count,
  bytes: count,
  corrupt: count,
  missing: count,
  orphaned: count,
  unreadable: count,
  recovered: count,
  /** The first of what was found; the counts tell how much there is. */
  findings: z.array(findingSchema).default([]),
})

function toLine({ digest, fault, quarantined, error }: Finding): string {
  const consequence = quarantined === undefined ? '' : `, set aside as ${quarantined}`
  return `${fault} ${digest}${consequence}${error === undefined ? '' : `: ${error}`}`
}

async function* knownBlobs(blobs: Scrub, last: Digest | undefined): AsyncGenerator<KnownBlob> {
  for (let page = await blobs.listBlobs({ limit: PAGE, last }); ;) {
    yield* page
    if (page.length < PAGE) return
    page = await blobs.listBlobs({ limit: PAGE, last: page.at(-1)?.digest })
  }
}

/**
 * Hashes every blob again, at most `bytesPerSecond`, and compares storage with metadata both ways. Files that are wrong or that no
 * blob has are set aside, never deleted; a blob whose bytes are wrong or lost counts as absent until they are pushed again.
 *
 * @param delaySeconds how long what was deleted is kept; files without a blob are left alone for as long, at most a day
 */
export function scrub(
  blobs: Scrub,
  store: Store,
  { bytesPerSecond, delaySeconds }: { readonly bytesPerSecond: number; readonly delaySeconds: number },
): Job {
  return defineJob({
    name: 'scrub',
    ...jobContracts.scrub,
    // A pass takes as long as the bytes do. What interrupts it costs an attempt, but nothing that was done.
    timeLimitSeconds: 14 * DAY_SECONDS,
    attempts: 20,
    schedule: '41 4 * * 0',
    exclusiveBy: () => 'all',
    async run(_payload, { signal, logger, progress, counts, report, resumed }) {
      const pass = passSchema.parse(resumed ?? {})
      const youngest = new Date(Date.now() - Math.min(delaySeconds, DAY_SECONDS) * 1000)
      const options = { blobs, store, pace: new Pace(bytesPerSecond), youngest, signal }
      for await (const pair of pairUp(knownBlobs(blobs, pass.last), store.list(pass.last))) {
        signal.throwIfAborted()
        const { finding, recovered } = await inspect(pair, options)
        if (finding) {
          logger.warn({ finding }, 'blob store and metadata differ')
          report(toLine(finding))
          pass[finding.fault] += 1
          if (pass.findings.length < FINDINGS) pass.findings.push(finding)
        }
        if (recovered) pass.recovered += 1
        pass.blobs += 1
        pass.bytes += pair.right?.size ?? 0
        pass.last = pair.digest
        progress({ ...pass })
        counts({ done: pass.blobs, failed: pass.corrupt + pass.missing + pass.orphaned + pass.unreadable })
      }
      const { last: _, ...result } = pass
      return result
    },
  })
}
