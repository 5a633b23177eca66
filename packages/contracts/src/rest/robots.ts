import { z } from 'zod'
import { givenPatterns } from './patterns.js'
import { integer, text, time } from './scalars.js'
import { trusts } from './trusts.js'
import { permission } from './users.js'

/** A robot has rights in so many projects by name at most; `*` is for more. */
const MOST_NAMESPACES = 100
const MOST_ACCESSES = 200
const MOST_PATTERNS = 20
const DAYS = 36_500
const OVERLAP_SECONDS = 30 * 24 * 3600

const access = z
  .object({
    resource: text.max(255),
    action: text.max(64),
    effect: z.string().max(16).optional().describe('allow, which goes without saying.'),
  })
  .meta({ id: 'Access' })

const robotPermission = z
  .object({
    kind: z.enum(['project', 'system']).default('project'),
    namespace: text.max(255).default('').describe('A project by name, * for all of them; / for the system.'),
    access: z.array(access).max(MOST_ACCESSES).default([]),
    repositories: givenPatterns(MOST_PATTERNS)
      .min(1)
      .optional()
      .describe(
        'Patterns of repository names, without their project: the rights count in such repositories alone. Absent: in every one, and for the project itself. Berth has this, Harbor has not.',
      ),
  })
  .meta({ id: 'RobotPermission' })

const createdProjectAccess = z
  .array(access)
  .max(MOST_ACCESSES)
  .describe('What the robot gets in a project that it makes. Berth has this, Harbor has not.')

const duration = integer.min(-1).max(DAYS).describe('Days; -1: for ever; 0 or absent: as robot_token_duration says.')

export const robot = z
  .object({
    id: integer,
    name: z.string().describe('As it signs in: robot$name, robot$project+name for one of a project.'),
    description: z.string().optional(),
    level: z.enum(['system', 'project']),
    duration: integer.describe('Days, from when it was made; -1: for ever.'),
    editable: z.boolean(),
    disable: z.boolean(),
    expires_at: integer.describe('Seconds since 1970; -1: never.'),
    permissions: z.array(robotPermission.required({ kind: true, namespace: true, access: true })),
    creator_type: z.string().optional().describe('local, a user, or robot.'),
    creator_ref: integer.optional(),
    creation_time: time,
    update_time: time,
    created_project_access: createdProjectAccess,
    last_used_time: time.optional(),
    last_used_address: z.string().optional(),
    old_secret_expires_at: integer
      .optional()
      .describe('Seconds since 1970. Until then the secret before signs in, too.'),
    trust: trusts,
  })
  .meta({ id: 'Robot' })

export const robotCreation = z
  .object({
    name: text.max(255).default(''),
    description: text.max(1024).default(''),
    secret: text.max(1024).optional().describe('One of your own choice; absent: one is made, but with trust.'),
    level: z.string().max(16).default(''),
    disable: z.boolean().default(false),
    duration: duration.default(0),
    permissions: z.array(robotPermission).max(MOST_NAMESPACES).default([]),
    created_project_access: createdProjectAccess.default([]),
    trust: trusts.default([]),
  })
  .meta({ id: 'RobotCreate' })

export const robotCreated = z
  .object({
    id: integer,
    name: z.string(),
    secret: z.string().optional().describe('Shown this once. Absent: the robot has none, for it trusts tokens.'),
    creation_time: time,
    expires_at: integer,
  })
  .meta({ id: 'RobotCreated' })

/** What is left out stays as it is. */
export const robotUpdate = z
  .object({
    name: text.max(300).optional().describe('May be given, and stays the same.'),
    level: z.string().max(16).optional().describe('May be given, and stays the same.'),
    description: text.max(1024).optional(),
    disable: z.boolean().optional(),
    duration: duration.optional(),
    permissions: z.array(robotPermission).max(MOST_NAMESPACES).optional(),
    created_project_access: createdProjectAccess.optional(),
    trust: trusts.optional(),
  })
  .meta({ id: 'RobotUpdate' })

export const robotSecret = z
  .object({
    secret: text.max(1024).default('').describe('One of your own choice; empty: one is made, and answered.'),
    overlap: integer
      .min(0)
      .max(OVERLAP_SECONDS)
      .default(0)
      .describe('Seconds for which the secret before signs in, too. Berth has this, Harbor has not.'),
  })
  .meta({ id: 'RobotSecReq' })

export const robotSecretAnswer = z
  .object({ secret: z.string().optional().describe('Where one was made. Shown this once.') })
  .meta({ id: 'RobotSec' })

/** As clients of the time before robots had levels make one. */
export const robotCreationV1 = z
  .object({
    name: text.max(255).default(''),
    description: text.max(1024).default(''),
    expires_at: integer.optional().describe('Seconds since 1970; -1: never; absent: as robot_token_duration says.'),
    access: z.array(access).max(MOST_ACCESSES).default([]),
  })
  .meta({ id: 'RobotCreateV1' })

export const givablePermissions = z
  .object({
    system: z.array(permission).optional().describe('Told to whoever may make robots of the system.'),
    project: z.array(permission),
  })
  .meta({ id: 'Permissions' })
