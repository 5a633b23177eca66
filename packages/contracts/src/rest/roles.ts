import { z } from 'zod'
import { givenPatterns } from './patterns.js'
import { integer, text, time } from './scalars.js'

const permissions = z.array(z.string().max(64)).max(200)
const MOST_PATTERNS = 20
const repositories = z
  .array(text.max(255))
  .max(MOST_PATTERNS)
  .describe('Patterns of names without their project. Given: what is about repositories is held in such ones alone.')

/** A role: built in, or made by an administrator. */
export const role = z
  .object({
    id: integer.describe('1 to 5: built in. From 100 on: made here.'),
    name: z.string(),
    description: z.string(),
    built_in: z.boolean(),
    permissions: permissions.describe('`resource:action` each.'),
    repositories: repositories.optional(),
    member_count: integer.describe('Members of projects who have it.'),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'Role' })

export const roleDefinition = z
  .object({
    name: z.string().max(255),
    description: text.max(1000).default(''),
    permissions: permissions.min(1),
    repositories: givenPatterns(MOST_PATTERNS)
      .nullish()
      .describe('Patterns as in Role, of at most 1,000 characters in all.'),
  })
  .meta({ id: 'RoleReq' })

/** Who has a role, and where. */
export const roleHolder = z
  .object({
    id: integer,
    project_id: integer,
    project_name: z.string(),
    entity_name: z.string(),
    entity_type: z.enum(['u', 'g']),
  })
  .meta({ id: 'RoleHolder' })
