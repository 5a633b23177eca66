import { z } from 'zod'
import { repositorySelectors, tagSelectors, toldSelector } from './name-selectors.js'
import { integer } from './scalars.js'

const MOST_ROLES = 50

const params = z.object({
  roles: z
    .array(z.int().min(1).max(2_147_483_647))
    .max(MOST_ROLES)
    .default([])
    .describe('Of protected_template: ids of the roles whose members may move and delete such tags.'),
  robots: z.boolean().default(false).describe('Of protected_template: robots may, too.'),
})

const templates = ['immutable_template', 'protected_template'] as const

/** A rule that keeps tags: from everybody, or from all but some roles. */
export const tagRule = z
  .object({
    id: integer,
    priority: integer,
    disabled: z.boolean(),
    action: z.literal('immutable'),
    template: z
      .enum(templates)
      .describe('immutable_template: nobody moves or deletes such tags. protected_template: those in params may.'),
    params: z.record(z.string(), z.unknown()),
    tag_selectors: z.array(toldSelector.meta({ id: 'ImmutableSelector' })),
    scope_selectors: z.record(z.string(), z.array(toldSelector)),
  })
  .meta({ id: 'ImmutableRule' })

const given = {
  priority: z.int().min(0).max(1_000_000).default(0).describe('The lower one is asked, and named, first.'),
  disabled: z.boolean().default(false),
  action: z.enum(['immutable', '']).default('immutable'),
  template: z.enum(templates).default('immutable_template'),
  params: params.default({ roles: [], robots: false }),
}

export const newTagRule = z
  .object({ ...given, tag_selectors: tagSelectors, scope_selectors: repositorySelectors })
  .meta({ id: 'ImmutableRuleReq' })
/** A tag that a pattern is about. */
export const matchingTags = z
  .object({
    tags: z.array(z.object({ repository: z.string(), tag: z.string() })).describe('The first 100.'),
    matched: integer.describe('How many there are among those that were looked at.'),
    looked_at: integer,
    is_complete: z.boolean().describe('False: there are more tags than are looked at.'),
  })
  .meta({ id: 'MatchingTags' })
