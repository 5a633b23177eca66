import { selects, type NameSelector } from './name-selector.js'
import type { RetentionCandidate, RetentionRule, RetentionVerdict } from './retention.js'

const DAY_MS = 86_400_000

/** What a rule orders by, in milliseconds since 1970; null: nobody knows. */
interface Place {
  readonly time: number | null
  readonly digest: string
}

/**
 * Asks the rules of a repository about its artifacts, some at a time: however many there are, no more are remembered than rules keep. The
 * rules are a union: what one keeps is kept. They are asked of artifacts, not of tags: one that has a tag that a rule is about stays with
 * all of its tags.
 */
export class RetentionJudge {
  readonly #rules: readonly RetentionRule[]
  readonly #latest: ReadonlyMap<RetentionRule, Latest>

  /**
   * @param rules as `rulesFor` finds them
   * @param now in milliseconds since 1970
   */
  constructor(
    rules: readonly RetentionRule[],
    private readonly now: number,
  ) {
    this.#rules = rules
    const ordering = rules.filter(({ template }) => template in timeOf)
    this.#latest = new Map(ordering.map((rule) => [rule, new Latest(rule.count)]))
  }

  /** Whether it has to see every artifact before it is asked about one. */
  get looks(): boolean {
    return this.#latest.size > 0
  }

  look(candidates: readonly RetentionCandidate[]): void {
    for (const [rule, latest] of this.#latest)
      for (const candidate of candidates) if (isAbout(rule, candidate)) latest.add(placeOf(rule, candidate))
  }

  ask<Candidate extends RetentionCandidate>(candidate: Candidate): RetentionVerdict<Candidate> {
    const keeping = this.#rules.filter((rule) => isAbout(rule, candidate) && this.#keeps(rule, candidate))
    const goes = this.#rules.length > 0 && keeping.length === 0 && !candidate.isKept
    return { candidate, keptBy: keeping.map(({ number }) => number), goes }
  }

  #keeps(rule: RetentionRule, candidate: RetentionCandidate): boolean {
    switch (rule.template) {
      case 'always':
        return true
      case 'latestPushedK':
      case 'latestPulledN':
        return this.#latest.get(rule)?.has(placeOf(rule, candidate)) === true
      case 'nDaysSinceLastPush':
        return isWithin(candidate.pushedAt, rule.count, this.now)
      case 'nDaysSinceLastPull':
        return isWithin(lastUsed(candidate), rule.count, this.now)
    }
  }
}

/** The first ones of an order, of any number that come in another. */
class Latest {
  #seen: Place[] = []
  /** The last one that is kept, once there are more. */
  #last: Place | undefined

  constructor(private readonly count: number) {}

  add(place: Place): void {
    if (this.#last && inOrder(place, this.#last) > 0) return
    this.#seen.push(place)
    if (this.#seen.length >= 2 * this.count) this.#cut()
  }

  has(place: Place): boolean {
    if (this.#seen.length > this.count) this.#cut()
    return this.#last === undefined || inOrder(place, this.#last) <= 0
  }

  #cut(): void {
    this.#seen.sort(inOrder)
    this.#seen.length = this.count
    this.#last = this.#seen.at(-1)
  }
}

const isAbout = ({ tags, untagged }: { tags: NameSelector; untagged: boolean }, candidate: RetentionCandidate) =>
  candidate.tags.length === 0 ? untagged : candidate.tags.some((tag) => selects(tags, tag))

/** What nobody has pulled yet counts as used when it was pushed: it may be what is to be pulled next. */
const lastUsed = ({ pushedAt, pulledAt }: RetentionCandidate) =>
  pushedAt === null ? pulledAt : Math.max(pushedAt, pulledAt ?? pushedAt)

/** Of what is not known nobody can say that it is too old. */
const isWithin = (time: number | null, days: number, now: number) => time === null || time >= now - days * DAY_MS

/** Templates that keep the latest, and by what. */
const timeOf: Readonly<Partial<Record<string, (candidate: RetentionCandidate) => number | null>>> = {
  latestPushedK: ({ pushedAt }) => pushedAt,
  latestPulledN: lastUsed,
}

const placeOf = ({ template }: RetentionRule, candidate: RetentionCandidate): Place => ({
  time: timeOf[template]?.(candidate) ?? null,
  digest: candidate.digest,
})

/** What is not known counts as the latest. */
const known = (time: number | null) => time ?? Number.MAX_SAFE_INTEGER

/** The latest first; in one order where times are the same, so that a preview and a run see the same. */
const inOrder = (a: Place, b: Place) =>
  known(b.time) - known(a.time) || (a.digest < b.digest ? -1 : a.digest === b.digest ? 0 : 1)
