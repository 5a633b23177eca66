import { selects, type TagSelectors } from './name-selector.js'

/** By what a rule of retention keeps artifacts. */
export type RetentionTemplate =
  | 'latestPushedK'
  | 'latestPulledN'
  | 'nDaysSinceLastPush'
  | 'nDaysSinceLastPull'
  | 'always'

/** A rule: of the artifacts that it is about, which ones are kept. */
export interface RetentionRule extends TagSelectors {
  /** Its place in the policy, from 1. */
  readonly number: number
  readonly disabled: boolean
  readonly template: RetentionTemplate
  /** Of artifacts or days; of no meaning to `always`. */
  readonly count: number
  /** Also about what has no tag. */
  readonly untagged: boolean
}

/** What a policy is asked of. Times in milliseconds since 1970; null where nobody knows. */
export interface RetentionCandidate {
  readonly digest: string
  readonly tags: readonly string[]
  /** The later one of its own push and that of its tags. */
  readonly pushedAt: number | null
  /** Null: never. */
  readonly pulledAt: number | null
  /** Whatever the rules say, it stays: by a rule about its tags, or as part of an index. */
  readonly isKept: boolean
}

/** What a policy says of an artifact. */
export interface RetentionVerdict<Candidate extends RetentionCandidate = RetentionCandidate> {
  readonly candidate: Candidate
  /** Numbers of the rules that keep it. */
  readonly keptBy: readonly number[]
  readonly goes: boolean
}

/** The rules that are about a repository. Where there is none, retention leaves the repository alone. @param path its name in the project */
export function rulesFor(rules: readonly RetentionRule[], path: string): RetentionRule[] {
  return rules.filter(({ disabled, repositories }) => !disabled && selects(repositories, path))
}

/** Would a run take more than this share of a repository, in percent? */
export function passesBrake(goes: number, total: number, maxPercent: number | null): boolean {
  return maxPercent !== null && goes * 100 > total * maxPercent
}
