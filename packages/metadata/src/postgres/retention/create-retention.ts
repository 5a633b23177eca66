import type { Database } from '@berth/database'
import { type CandidateRepository, listCandidates } from './candidates.js'
import { takeCandidates } from './take-candidates.js'

/** What retention looks at and takes. `graceSeconds` is for how long what was deleted is kept. */
export function createRetention(db: Database) {
  return {
    /**
     * Artifacts of a repository that retention decides on, in the order of their ids, those after `after` ('0': from the first on). Not
     * what belongs to another artifact, nor what was pushed without a tag a while ago only.
     */
    listCandidates: (repository: CandidateRepository, graceSeconds: number, after: string, limit: number) =>
      listCandidates(db, repository, graceSeconds, after, limit),

    /** @see takeCandidates */
    take: takeCandidates,
  }
}
