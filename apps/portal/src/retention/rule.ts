import type { RetentionRule } from './retention.queries'

export const templates = [
  'latestPushedK',
  'latestPulledN',
  'nDaysSinceLastPush',
  'nDaysSinceLastPull',
  'always',
] as const
export type Template = (typeof templates)[number]

export const isTemplate = (name: string): name is Template => templates.some((known) => known === name)

/** Of artifacts or days. */
export function countOf({ template, params }: Pick<RetentionRule, 'template' | 'params'>): number {
  const count = params[template]
  return typeof count === 'number' ? count : 0
}

/** So it is where nothing is said. */
export function keepsUntagged({ tag_selectors: [tags] }: Pick<RetentionRule, 'tag_selectors'>): boolean {
  return !/"untagged"\s*:\s*false/.test(tags?.extras ?? '')
}
