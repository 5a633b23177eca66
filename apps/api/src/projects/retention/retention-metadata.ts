import type { rest } from '@berth/contracts'
import type { z } from 'zod'

const int = (unit: string) => [{ type: 'int', unit, required: true }]
const template = (rule_template: string, display_text: string, params: ReturnType<typeof int>) => ({
  rule_template,
  display_text,
  action: 'retain',
  params,
})
const selector = (display_text: string, decorations: string[]) => ({ display_text, kind: 'doublestar', decorations })

/** What a form offers, in Harbor's words. */
export const retentionMetadata: z.output<typeof rest.retentionMetadata> = {
  templates: [
    template('latestPushedK', 'the most recently pushed # artifacts', int('COUNT')),
    template('latestPulledN', 'the most recently pulled # artifacts', int('COUNT')),
    template('nDaysSinceLastPush', 'pushed within the last # days', int('DAYS')),
    template('nDaysSinceLastPull', 'pulled within the last # days', int('DAYS')),
    template('always', 'always', []),
  ],
  scope_selectors: [selector('Repositories', ['repoMatches', 'repoExcludes'])],
  tag_selectors: [selector('Tags', ['matches', 'excludes'])],
}
