import type { RetentionVerdict } from '@berth/contracts'
import type { Candidate, Taken } from '@berth/metadata'
import type { Verdict } from './verdicts.js'

/** What a run would take. */
export const goes = (candidate: Candidate): Verdict => ({ candidate, outcome: 'goes', keptBy: [] })

/** What the rules let go, and the run does not take all the same. */
export const sparedBy =
  (because: 'brake' | 'not-in-preview') =>
  (candidate: Candidate): Verdict => ({ candidate, outcome: 'spared', keptBy: [], because })

/** What stays: by a rule, or because it cannot go. */
export function ofKept({ candidate, keptBy }: RetentionVerdict<Candidate>): Verdict {
  const kept = { candidate, outcome: 'stays', keptBy } as const
  if (keptBy.length > 0) return kept
  if (candidate.tagRule !== undefined) return { ...kept, because: 'tag-rule', detail: candidate.tagRule }
  return candidate.isPart ? { ...kept, because: 'part-of-index' } : kept
}

/** What became of what was to go. */
export function ofTaken(taken: Taken): Verdict {
  const { candidate, outcome } = taken
  if (outcome === 'gone') return { candidate, outcome, keptBy: [] }
  return {
    candidate,
    outcome: 'spared',
    keptBy: [],
    because: outcome,
    detail: 'detail' in taken ? taken.detail : undefined,
  }
}
