import { type Actor, UserError } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import { deleteManifest } from '../delete.js'
import { holdRepository } from '../listed.js'
import { type Candidate, type CandidateRepository, findCandidates } from './candidates.js'

/** What became of an artifact that was to go. `refused`: by a rule, in its words. */
export type Taken =
  | { readonly candidate: Candidate; readonly outcome: 'gone' | 'changed' }
  | { readonly candidate: Candidate; readonly outcome: 'refused'; readonly detail: string }

/**
 * Deletes artifacts as anybody deletes them, so that they can be restored. What has been pushed, pulled or tagged since somebody
 * decided that it goes stays: they decided on something else.
 */
export async function takeCandidates(
  transaction: Transaction,
  repository: CandidateRepository,
  candidates: readonly Candidate[],
  actor: Actor,
): Promise<Taken[]> {
  await holdRepository(transaction, { id: repository.id })
  const found = await findCandidates(
    transaction,
    repository.id,
    candidates.map(({ id }) => id),
  )
  const taken: Taken[] = []
  for (const candidate of candidates) taken.push(await take(candidate, found.get(candidate.id)))
  return taken

  async function take(candidate: Candidate, now: ReturnType<typeof found.get>): Promise<Taken> {
    if (!now || !isSame(candidate, now)) return { candidate, outcome: 'changed' }
    try {
      const isGone = await transaction.attempt(() =>
        deleteManifest(transaction, repository.name, candidate.digest, actor),
      )
      return { candidate, outcome: isGone ? 'gone' : 'changed' }
    } catch (error) {
      if (error instanceof UserError) return { candidate, outcome: 'refused', detail: error.message }
      throw error
    }
  }
}

type Seen = Pick<Candidate, 'tags' | 'pushedAt' | 'pulledAt'>

const isSame = (before: Seen, now: Seen) =>
  before.pushedAt === now.pushedAt && before.pulledAt === now.pulledAt && before.tags.join() === now.tags.join()
