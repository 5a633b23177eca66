import { type NameSelector, selects, type TagSelectors } from './name-selector.js'

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

const DAY_MS = 86_400_000

/** The rules that are about a repository. Where there is none, retention leaves the repository alone. @param path its name in the project */
export function rulesFor(rules: readonly RetentionRule[], path: string): RetentionRule[] {
  return rules.filter(({ disabled, repositories }) => !disabled && selects(repositories, path))
}

/**
 * Asks the rules of a repository about all of its artifacts. The rules are a union: what one keeps is kept. They are asked of artifacts,
 * not of tags: one that has a tag that a rule is about stays with all of its tags.
 *
 * @param rules as {@link rulesFor} finds them
 * @param now in milliseconds since 1970
 */
export function judge<Candidate extends RetentionCandidate>(
  rules: readonly RetentionRule[],
  candidates: readonly Candidate[],
  now: number,
): RetentionVerdict<Candidate>[] {
  const keptBy = new Map<Candidate, number[]>()
  for (const rule of rules) {
    for (const candidate of keptByRule(rule, candidates, now)) {
      const numbers = keptBy.get(candidate)
      if (numbers) numbers.push(rule.number)
      else keptBy.set(candidate, [rule.number])
    }
  }
  return candidates.map((candidate) => {
    const numbers = keptBy.get(candidate) ?? []
    return { candidate, keptBy: numbers, goes: rules.length > 0 && numbers.length === 0 && !candidate.isKept }
  })
}

function keptByRule<Candidate extends RetentionCandidate>(
  { template, count, tags, untagged }: RetentionRule,
  candidates: readonly Candidate[],
  now: number,
): Candidate[] {
  const about = candidates.filter((candidate) => isAbout(tags, untagged, candidate))
  switch (template) {
    case 'always':
      return about
    case 'latestPushedK':
      return about.toSorted(by(({ pushedAt }) => pushedAt)).slice(0, count)
    case 'latestPulledN':
      return about.toSorted(by(lastUsed)).slice(0, count)
    case 'nDaysSinceLastPush':
      return about.filter(({ pushedAt }) => isWithin(pushedAt, count, now))
    case 'nDaysSinceLastPull':
      return about.filter((candidate) => isWithin(lastUsed(candidate), count, now))
  }
}

const isAbout = (tags: NameSelector, untagged: boolean, candidate: RetentionCandidate) =>
  candidate.tags.length === 0 ? untagged : candidate.tags.some((tag) => selects(tags, tag))

/** What nobody has pulled yet counts as used when it was pushed: it may be what is to be pulled next. */
const lastUsed = ({ pushedAt, pulledAt }: RetentionCandidate) =>
  pushedAt === null ? pulledAt : Math.max(pushedAt, pulledAt ?? pushedAt)

/** Of what is not known nobody can say that it is too old. */
const isWithin = (time: number | null, days: number, now: number) => time === null || time >= now - days * DAY_MS

/** What is not known counts as the latest. */
const compare = (a: number | null, b: number | null) => (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER)

/** The latest first; in one order where times are the same, so that a preview and a run see the same. */
function by(timeOf: (candidate: RetentionCandidate) => number | null) {
  return (a: RetentionCandidate, b: RetentionCandidate) =>
    compare(timeOf(b), timeOf(a)) || (a.digest < b.digest ? -1 : 1)
}

/** Would a run take more than this share of a repository, in percent? */
export function passesBrake(goes: number, total: number, maxPercent: number | null): boolean {
  return maxPercent !== null && goes * 100 > total * maxPercent
}
