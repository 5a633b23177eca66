import type { z } from 'zod'
import { isAboutUntagged, type retentionRule } from '../rest/retention.js'
import { readSelector } from './name-selector.js'
import type { RetentionRule } from './retention.js'

type GivenRule = z.output<typeof retentionRule>

/** Rules as they are asked, from rules as clients give them and as a policy keeps them. */
export function readRetentionRules(given: readonly GivenRule[]): RetentionRule[] {
  return given.map(({ disabled, template, params, tag_selectors, scope_selectors }, index) => ({
    number: index + 1,
    disabled,
    template,
    count: template === 'always' ? 0 : (params[template] ?? 0),
    repositories: readSelector(scope_selectors.repository),
    tags: readSelector(tag_selectors),
    untagged: isAboutUntagged(tag_selectors[0]?.extras ?? ''),
  }))
}
