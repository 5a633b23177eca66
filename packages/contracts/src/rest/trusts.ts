import { z } from 'zod'
import { isPattern } from '../rules/pattern.js'
import { text } from './scalars.js'

/** Entries of one robot. */
const MOST_ENTRIES = 10
const MOST_CLAIMS = 10
/** Characters of all patterns together: each sign-in goes through every one of them. */
const MOST_CHARACTERS = 2000

const pattern = text.max(255).refine(isPattern, 'is no pattern')

/** Whose tokens a robot takes instead of a secret. An entry is matched whole. */
export const trust = z
  .object({
    issuer: text.min(1).max(1024).describe('As the claim iss has it. Its keys are found by OpenID Connect Discovery.'),
    audience: text.min(1).max(255).describe('Who the token has to be for (aud): best this registry alone.'),
    claims: z
      .record(text.min(1).max(64), pattern)
      .refine(
        (claims) => Object.keys(claims).length > 0,
        'has at least one claim: an issuer signs tokens of others, too',
      )
      .refine((claims) => Object.keys(claims).length <= MOST_CLAIMS, `has at most ${MOST_CLAIMS} claims`)
      .describe('Pattern of each claim: * stays between slashes, ** alone between slashes crosses them.'),
  })
  .meta({ id: 'RobotTrust' })

const length = (entries: readonly z.output<typeof trust>[]) =>
  entries.flatMap(({ claims }) => Object.values(claims)).reduce((sum, { length }) => sum + length, 0)

export const trusts = z
  .array(trust)
  .max(MOST_ENTRIES)
  .refine((entries) => length(entries) <= MOST_CHARACTERS, {
    message: `has patterns of at most ${MOST_CHARACTERS} characters in all`,
    abort: true,
  })
  .describe('Tokens of OpenID issuers that are a password of the robot. Berth has this, Harbor has not.')
