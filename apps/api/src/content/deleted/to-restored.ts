import { type rest, UserError } from '@berth/contracts'
import type { RestoreOutcome } from '@berth/metadata'
import type { Digest } from '@berth/oci'
import type { z } from 'zod'

export type Restored = z.output<typeof rest.restored>

/** A manifest may name tens of thousands of blobs; people need to see a few of them. */
const NAMED = 100

function someOf(digests: readonly Digest[]): string {
  return `${digests.slice(0, NAMED).join(', ')}${digests.length > NAMED ? ', …' : ''}`
}

/** @throws {UserError} TAG_EXISTS, BLOBS_MISSING */
export function toRestored(
  outcome: Exclude<RestoreOutcome, { readonly outcome: 'gone' }>,
  reference: string,
): Restored {
  switch (outcome.outcome) {
    case 'taken':
      throw new UserError('TAG_EXISTS', { tag: reference })
    case 'incomplete':
      throw new UserError('BLOBS_MISSING', { reference, blobs: someOf(outcome.missing) })
    case 'restored':
      return {
        digest: outcome.digest,
        tags: [...outcome.tags],
        taken_tags: [...outcome.takenTags],
        missing: [...outcome.missing],
      }
  }
}
