import { z } from 'zod'
import { isPattern } from '../rules/pattern.js'
import { text } from './scalars.js'

/** A pattern that the matcher understands: what does not is refused when it is given, for a rule with it would do nothing or too much. */
const pattern = text
  .max(255)
  .refine(isPattern, 'is no pattern: it is empty, or a bracket, brace or backslash in it is not closed')
  .describe('Doublestar: `*` and `?` within a part of a name, `**` across slashes, `[a-z]`, `{a,b}`.')

/** There is one: harbor-cli does not name it. */
const kind = z
  .enum(['doublestar', ''])
  .default('doublestar')
  .overwrite(() => 'doublestar')
const extras = text.max(255)

const selector = <Decoration extends string>(decorations: readonly [Decoration, ...Decoration[]]) =>
  z.object({ kind, decoration: z.enum(decorations), pattern, extras: extras.default('') })

/** Which repositories a rule is about. Names are those within the project: `team/app`. */
export const repositorySelectors = z.object({
  repository: z.array(selector(['repoMatches', 'repoExcludes'])).length(1),
})

/** Which tags. */
export const tagSelectors = z.array(selector(['matches', 'excludes'])).length(1)

/** Selectors as they are told: they were good when they were given. */
export const toldSelector = z.object({
  kind: z.string(),
  decoration: z.string(),
  pattern: z.string(),
  extras: z.string().optional(),
})
