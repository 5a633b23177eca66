import type { Candidate } from '@berth/metadata'
import { describe, expect, it } from 'vitest'
import { lineOf } from './verdict-line.js'
import { goes, ofKept, ofTaken, sparedBy } from './verdict-of.js'

const candidate = (tags: string[], more: Partial<Candidate> = {}) =>
  ({ digest: 'sha256:1', tags, ...more }) as Candidate
const tagged = candidate(['v1', 'v2'])

describe('a verdict', () => {
  it.each([
    ['goes', lineOf(goes(tagged)), 'goes: v1, v2 sha256:1'],
    ['goes without a tag', lineOf(goes(candidate([]))), 'goes: (no tag) sha256:1'],
    [
      'stays by rules',
      lineOf(ofKept({ candidate: tagged, keptBy: [1, 3], goes: false })),
      'stays: v1, v2 sha256:1 - by rule 1, 3',
    ],
    [
      'stays by a tag rule, which it names',
      lineOf(ofKept({ candidate: candidate(['v1'], { tagRule: 'v*', isPart: true }), keptBy: [], goes: false })),
      'stays: v1 sha256:1 - kept by the tag rule - v*',
    ],
    [
      'stays as a part of an index',
      lineOf(ofKept({ candidate: candidate([], { isPart: true }), keptBy: [], goes: false })),
      'stays: (no tag) sha256:1 - part of an index',
    ],
    ['stays', lineOf(ofKept({ candidate: candidate([]), keptBy: [], goes: false })), 'stays: (no tag) sha256:1'],
    [
      'is spared by the brake',
      lineOf(sparedBy('brake')(tagged)),
      'spared: v1, v2 sha256:1 - more would go than the policy allows',
    ],
    [
      'is spared by its preview',
      lineOf(sparedBy('not-in-preview')(tagged)),
      'spared: v1, v2 sha256:1 - the preview did not say that it goes',
    ],
    ['has gone', lineOf(ofTaken({ candidate: tagged, outcome: 'gone' })), 'gone: v1, v2 sha256:1'],
    [
      'is spared as it has changed',
      lineOf(ofTaken({ candidate: tagged, outcome: 'changed' })),
      'spared: v1, v2 sha256:1 - pushed, pulled or tagged since it was looked at',
    ],
    [
      'is spared as it was refused, and why',
      lineOf(ofTaken({ candidate: tagged, outcome: 'refused', detail: 'locked' })),
      'spared: v1, v2 sha256:1 - refused - locked',
    ],
  ])('%s', (_, line, expected) => {
    expect(line).toBe(expected)
  })

  it('names ten tags', () => {
    const tags = Array.from({ length: 11 }, (_, at) => `t${at}`)
    expect(lineOf(goes(candidate(tags.slice(1))))).toMatch(/^goes: t1, .*, t10 sha256:1$/)
    expect(lineOf(goes(candidate(tags)))).toMatch(/, t9, … sha256:1$/)
  })
})
