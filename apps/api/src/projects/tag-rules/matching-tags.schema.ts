import { isPattern } from '@berth/contracts'
import { z } from 'zod'
import { flag } from '../../edge/flag.js'

const pattern = z.string().max(255).refine(isPattern, 'is no pattern').default('**')

export const matchingQuery = z.object({
  repositories: pattern.describe('Pattern of names without their project.'),
  repositories_excluded: flag.default(false).describe('All repositories but those.'),
  tags: pattern.describe('Pattern of tags.'),
  tags_excluded: flag.default(false).describe('All tags but those.'),
})
export type MatchingQuery = z.output<typeof matchingQuery>
