import type { Verdict } from './verdicts.js'

const reasons = {
  'tag-rule': 'kept by the tag rule',
  'part-of-index': 'part of an index',
  changed: 'pushed, pulled or tagged since it was looked at',
  'not-in-preview': 'the preview did not say that it goes',
  brake: 'more would go than the policy allows',
  refused: 'refused',
} as const satisfies Record<NonNullable<Verdict['because']>, string>

/** Tags that a line names. */
const TAGS = 10

/** A verdict as a line of the log: what, whether it goes, and why not. */
export function lineOf({ candidate, outcome, keptBy, because, detail }: Verdict): string {
  const { tags, digest } = candidate
  const names = tags.slice(0, TAGS).join(', ') + (tags.length > TAGS ? ', …' : '')
  const why = keptBy.length > 0 ? `by rule ${keptBy.join(', ')}` : because && reasons[because]
  return [`${outcome}: ${names || '(no tag)'} ${digest}`, why, detail].filter(Boolean).join(' - ')
}
