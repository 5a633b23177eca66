import { z } from 'zod'
import { givenPatterns } from './patterns.js'
import { integer, text, time } from './scalars.js'
import { permission } from './users.js'

const MOST_PERMISSIONS = 200
const MOST_PROJECTS = 100
const MOST_PATTERNS = 50
const MOST_DAYS = 36_500

const access = z
  .enum(['read', 'write', 'chosen'])
  .describe(
    'read: what shows something. write: that, and what changes repositories, artifacts, tags and labels. chosen: what permissions say.',
  )

/** What a token may do at most; of that, what its owner may do at the time. */
const ceiling = {
  access,
  permissions: z.array(permission).max(MOST_PERMISSIONS).describe('In projects.'),
  system_permissions: z.array(permission).max(MOST_PERMISSIONS).describe('Outside of projects.'),
  projects: z
    .array(text.max(255))
    .max(MOST_PROJECTS)
    .optional()
    .describe('Names of the projects in which it counts; absent: in every project.'),
  repositories: z
    .array(text.max(255))
    .max(MOST_PATTERNS)
    .optional()
    .describe(
      'Patterns of repository names, without their project; absent: in every repository, and for the projects themselves.',
    ),
}

export const accessToken = z
  .object({
    id: integer,
    name: z.string(),
    ...ceiling,
    creation_time: time,
    expiration_time: time.optional().describe('Absent: it does not expire.'),
    expired: z.boolean(),
    expires_soon: z.boolean().describe('Within a week.'),
    last_used_time: time.optional(),
    last_used_address: z.string().optional(),
  })
  .meta({ id: 'AccessToken' })

export const accessTokenCreation = z
  .object({
    name: text.max(64),
    ...ceiling,
    repositories: givenPatterns(MOST_PATTERNS)
      .optional()
      .describe('Patterns as in AccessToken, of at most 1,000 characters in all.'),
    permissions: ceiling.permissions.default([]),
    system_permissions: ceiling.system_permissions.default([]),
    duration: integer
      .min(-1)
      .max(MOST_DAYS)
      .default(30)
      .describe('Days; -1: for ever, where access_token_max_duration allows it.'),
  })
  .meta({ id: 'AccessTokenReq' })

export const accessTokenCreated = accessToken
  .extend({ secret: z.string().describe('Shown this once: to be used as the password.') })
  .meta({ id: 'AccessTokenCreated' })
