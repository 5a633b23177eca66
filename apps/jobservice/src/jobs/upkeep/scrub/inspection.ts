import { createHash } from 'node:crypto'
import type { KnownBlob, Scrub } from '@berth/metadata'
import { digestAlgorithm, toDigest, type Digest } from '@berth/oci'
import { BlobNotFoundError, type BlobStore, type StoredBlob } from '@berth/storage'
import { z } from 'zod'
import type { Pace } from '../../pace.js'
import type { Pair } from './pair-up.js'

export const findingSchema = z.object({
  digest: z.string(),
  /**
   * `corrupt`: the file has another size or digest. `missing`: there is none. `orphaned`: the file belongs to no blob. `unreadable`: the
   * storage failed, `error` says how; the file was left where it is.
   */
  fault: z.enum(['corrupt', 'missing', 'orphaned', 'unreadable']),
  /** Where the file was moved to. */
  quarantined: z.string().optional(),
  error: z.string().optional(),
})
export type Finding = z.output<typeof findingSchema>

/** Reading is not all that a blob costs: as many bytes are put down for opening it. */
const OPENING_COST = 65_536

export interface InspectionOptions {
  readonly blobs: Pick<Scrub, 'examineBlob'>
  readonly store: Pick<BlobStore, 'stat' | 'read' | 'list' | 'quarantine'>
  readonly pace: Pace
  /** A file without a blob is left alone where it was stored after this: its push may be under way. */
  readonly youngest: Date
  readonly signal: AbortSignal
}

/** What became of one digest. `recovered`: a blob that was missing is there again. */
export interface Verdict {
  readonly finding?: Finding | undefined
  readonly recovered?: boolean
}

/**
 * Compares one digest in metadata and storage. The first look, with all the reading, holds nobody up. Only what looks wrong then is
 * looked at again while nobody can push, mount or delete it, and set aside.
 *
 * @throws {Error} when the store seems to have gone as a whole
 */
export async function inspect(
  { digest, left: row, right: file }: Pair<KnownBlob, StoredBlob>,
  options: InspectionOptions,
): Promise<Verdict> {
  const { pace, signal, youngest } = options
  if (!row && file && file.storedAt > youngest) return {}
  try {
    const looksRight = row && file && row.size === file.size && (await hasDigest(digest, options, pace))
    if (looksRight && !row.missing) return {}
  } catch (error) {
    signal.throwIfAborted()
    return { finding: { digest, fault: 'unreadable', error: String(error) } }
  }
  return settle(digest, options)
}

async function settle(digest: Digest, options: InspectionOptions): Promise<Verdict> {
  const { blobs, store } = options
  let verdict: Verdict = {}
  await blobs.examineBlob(digest, async (blob) => {
    verdict = {}
    const found = async (fault: Finding['fault'], rest: Partial<Finding> = {}) => {
      verdict = { finding: { digest, fault, ...rest } }
      return 'missing' as const
    }
    const stored = await store.stat(digest)
    if (!blob) return stored ? found('orphaned', { quarantined: await store.quarantine(digest) }) : 'missing'
    if (!stored) {
      // Without a link it is reclaim that has taken the file, and is about to take the row.
      if (!blob.linked) return 'missing'
      await requireAnything(store)
      return found('missing')
    }
    if (stored.size !== blob.size || !(await hasDigest(digest, options))) {
      return found('corrupt', { quarantined: await store.quarantine(digest) })
    }
    verdict = { recovered: blob.missing }
    return 'present'
  })
  return verdict
}

/** Whether the bytes hash to the digest. @throws what the storage throws, but for a blob that is not there */
async function hasDigest(digest: Digest, { store, signal }: InspectionOptions, pace?: Pace): Promise<boolean> {
  const algorithm = digestAlgorithm(digest)
  const hash = createHash(algorithm)
  try {
    await pace?.spend(OPENING_COST, signal)
    for await (const chunk of await store.read(digest)) {
      signal.throwIfAborted()
      hash.update(chunk)
      await pace?.spend(chunk.length, signal)
    }
  } catch (error) {
    if (error instanceof BlobNotFoundError) return false
    throw error
  }
  return toDigest(algorithm, hash.digest('hex')) === digest
}

/** A store without one blob is rather one that is not mounted than one that has lost them all. */
async function requireAnything(store: Pick<BlobStore, 'list'>): Promise<void> {
  for await (const _ of store.list()) return
  throw new Error('the blob store is empty, but there should be blobs: is it mounted?')
}
