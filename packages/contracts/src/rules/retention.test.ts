import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  passesBrake,
  type RetentionCandidate,
  type RetentionRule,
  type RetentionVerdict,
  rulesFor,
} from './retention.js'
import { RetentionJudge } from './retention-judge.js'

const DAY = 86_400_000
const NOW = 1_000 * DAY

const rule = (fields: Partial<RetentionRule> & { readonly on?: string } = {}): RetentionRule => ({
  number: 1,
  disabled: false,
  template: 'always',
  count: 1,
  repositories: { pattern: '**', excludes: false },
  tags: { pattern: fields.on ?? '**', excludes: false },
  untagged: true,
  ...fields,
})
/** Times in days before now. */
const artifact = (digest: string, tags: string[], pushed: number | null, pulled?: number): RetentionCandidate => ({
  digest,
  tags,
  pushedAt: pushed === null ? null : NOW - pushed * DAY,
  pulledAt: pulled === undefined ? null : NOW - pulled * DAY,
  isKept: false,
})
/** Looks at some at a time, and asks in another order than it looked. */
function judge(
  rules: readonly RetentionRule[],
  candidates: readonly RetentionCandidate[],
  now: number,
  portion = 3,
): RetentionVerdict[] {
  const judging = new RetentionJudge(rules, now)
  for (let place = 0; place < candidates.length; place += portion)
    judging.look(candidates.slice(place, place + portion))
  return candidates
    .toReversed()
    .map((candidate) => judging.ask(candidate))
    .toReversed()
}
const going = (rules: readonly RetentionRule[], candidates: readonly RetentionCandidate[]) =>
  judge(rules, candidates, NOW)
    .filter(({ goes }) => goes)
    .map(({ candidate }) => candidate.digest)

describe('a rule keeps', () => {
  const three = [artifact('a', ['v1'], 30, 1), artifact('b', ['v2'], 20, 2), artifact('c', ['v3'], 10)]

  it('the latest that were pushed', () => {
    expect(going([rule({ template: 'latestPushedK', count: 2 })], three)).toEqual(['a'])
  })

  it('the latest that were used: what was pushed last evening, and pulled by nobody, among them', () => {
    const old = Array.from({ length: 30 }, (_, day) => artifact(`old ${day}`, [`o${day}`], 60, day + 1))
    expect(going([rule({ template: 'latestPulledN', count: 30 })], [...old, artifact('fresh', ['f'], 0.5)])).toEqual([
      'old 29',
    ])
  })

  it('what was pushed, or used, within some days, the last moment included', () => {
    expect(going([rule({ template: 'nDaysSinceLastPush', count: 20 })], three)).toEqual(['a'])
    expect(going([rule({ template: 'nDaysSinceLastPull', count: 2 })], three)).toEqual(['c'])
    expect(going([rule({ template: 'nDaysSinceLastPull', count: 2 })], [artifact('new', ['n'], 1)])).toEqual([])
  })

  it('what nobody knows the age of, by each rule about ages', () => {
    const unknown = [artifact('x', ['v0'], null), ...three]
    for (const template of ['nDaysSinceLastPush', 'nDaysSinceLastPull'] as const)
      expect(going([rule({ template, count: 1 })], unknown)).not.toContain('x')
    expect(going([rule({ template: 'latestPushedK', count: 1 })], unknown)).not.toContain('x')
  })

  it('everything that it is about', () => {
    expect(going([rule({ on: '{v1,v3}' })], three)).toEqual(['b'])
    expect(going([rule({ tags: { pattern: 'v1', excludes: true } })], three)).toEqual(['a'])
  })

  it('what has no tag, where it says so', () => {
    const five = Array.from({ length: 5 }, (_, place) => artifact(`u${place}`, [], 3))
    expect(going([rule({ untagged: false })], [...three, ...five])).toEqual(['u0', 'u1', 'u2', 'u3', 'u4'])
    expect(going([rule({ untagged: true })], [...three, ...five])).toEqual([])
  })

  it('an artifact with one tag that it is about, whatever its other tags are; it counts once', () => {
    const images = [
      artifact('newest', ['1.2.3-4', '1.2.3'], 1),
      artifact('second', ['1.2.3-3'], 2),
      artifact('third', ['1.2.3-2', '1.2.3-1'], 3),
    ]
    expect(going([rule({ template: 'latestPushedK', count: 2, on: '1.2.3-*' })], images)).toEqual(['third'])
  })
})

it('each of many rules with the newest of a prefix keeps one: none loses its only tag', () => {
  const rules = Array.from({ length: 15 }, (_, place) =>
    rule({ number: place + 1, template: 'latestPushedK', count: 1, on: `env${place + 1}-*` }),
  )
  const images = rules.map(({ number }) => artifact(`d${number}`, [`env${number}-a`], 100 - number))
  expect(going(rules, images)).toEqual([])
  expect(judge(rules, images, NOW)[4]?.keptBy).toEqual([5])
})

it('of a repository those rules count that are on and about it', () => {
  const rules = [
    rule({ number: 1, disabled: true }),
    rule({ number: 2, repositories: { pattern: '{app,team/app}', excludes: false } }),
    rule({ number: 3, repositories: { pattern: 'qa/**', excludes: true } }),
  ]
  const numbers = (path: string) => rulesFor(rules, path).map(({ number }) => number)
  expect(numbers('app')).toEqual([2, 3])
  expect(numbers('team/app')).toEqual([2, 3])
  expect(numbers('qa/team/app')).toEqual([])
})

it('takes nothing where no rule is about a repository', () => {
  expect(going([], [artifact('a', ['v1'], 1000)])).toEqual([])
})

it('stops where more than the share would go', () => {
  expect(passesBrake(50, 100, 50)).toBe(false)
  expect(passesBrake(51, 100, 50)).toBe(true)
  expect(passesBrake(100, 100, 100)).toBe(false)
  expect(passesBrake(0, 0, 1)).toBe(false)
  expect(passesBrake(100, 100, null)).toBe(false)
})

describe('whatever rules and artifacts there are', () => {
  const template = fc.constantFrom(
    'latestPushedK' as const,
    'latestPulledN' as const,
    'nDaysSinceLastPush' as const,
    'nDaysSinceLastPull' as const,
    'always' as const,
  )
  const anyRule = fc.record({
    template,
    count: fc.integer({ min: 1, max: 6 }),
    untagged: fc.boolean(),
    tags: fc.record({ pattern: fc.constantFrom('**', 'v*', 'v1', '{a,b}*', '[ab]?'), excludes: fc.boolean() }),
  })
  const someRules = fc
    .array(anyRule, { maxLength: 15 })
    .map((all) => all.map((fields, index) => rule({ ...fields, number: index + 1 })))
  const day = fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined })
  const someArtifacts = fc
    .array(
      fc.record({
        tags: fc.uniqueArray(fc.constantFrom('v1', 'v2', 'a1', 'b2', 'latest'), { maxLength: 3 }),
        pushed: day,
        pulled: day,
        isKept: fc.boolean(),
      }),
      { maxLength: 20 },
    )
    .map((all) =>
      all.map(({ tags, pushed, pulled, isKept }, place) => ({
        ...artifact(`sha256:${place}`, tags, pushed ?? null, pulled),
        isKept,
      })),
    )

  it('an artifact goes where no rule by itself keeps it and no tag rule does', () => {
    fc.assert(
      fc.property(someRules, someArtifacts, (rules, all) => {
        const alone = rules.map((one) => new Set(going([one], all)))
        for (const { candidate, goes, keptBy } of judge(rules, all, NOW)) {
          const isKept = candidate.isKept || alone.some((gone) => !gone.has(candidate.digest))
          expect(goes).toBe(rules.length > 0 && !isKept)
          if (!candidate.isKept)
            expect(keptBy).toEqual(
              rules.filter((_, index) => !alone[index]?.has(candidate.digest)).map((r) => r.number),
            )
        }
      }),
    )
  })

  it('the latest are those that sorting all of them would give', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        someArtifacts,
        fc.integer({ min: 1, max: 7 }),
        (count, all, portion) => {
          const known = (time: number | null) => time ?? Number.MAX_SAFE_INTEGER
          const latest = all
            .toSorted((a, b) => known(b.pushedAt) - known(a.pushedAt) || (a.digest < b.digest ? -1 : 1))
            .slice(0, count)
          const kept = judge([rule({ template: 'latestPushedK', count })], all, NOW, portion).filter(
            ({ keptBy }) => keptBy.length > 0,
          )
          expect(new Set(kept.map(({ candidate }) => candidate.digest))).toEqual(
            new Set(latest.map(({ digest }) => digest)),
          )
        },
      ),
    )
  })

  it('one more rule takes nothing more, and one more kept tag loses nothing else', () => {
    fc.assert(
      fc.property(someRules, anyRule, someArtifacts, (rules, more, all) => {
        fc.pre(rules.length > 0)
        const before = new Set(going(rules, all))
        for (const digest of going([...rules, rule({ ...more, number: 16 })], all)) expect(before).toContain(digest)
        const allKept = all.map((candidate) => ({ ...candidate, isKept: true }))
        expect(going(rules, allKept)).toEqual([])
      }),
    )
  })

  it('neither the order of artifacts nor a second run changes what goes', () => {
    fc.assert(
      fc.property(someRules, someArtifacts, (rules, all) => {
        const gone = going(rules, all)
        expect(going(rules, all.toReversed()).toSorted()).toEqual(gone.toSorted())
        expect(
          going(
            rules,
            all.filter(({ digest }) => !gone.includes(digest)),
          ),
        ).toEqual([])
      }),
    )
  })
})
