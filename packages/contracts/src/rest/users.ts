import { z } from 'zod'
import { integer, time } from './scalars.js'

export const user = z
  .object({
    user_id: integer,
    username: z.string(),
    email: z.string().optional(),
    realname: z.string().optional(),
    comment: z.string().optional(),
    sysadmin_flag: z.boolean(),
    admin_role_in_auth: z.boolean().describe('True when an outer identity source made the caller an administrator.'),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'UserResp' })

export const currentUser = user
  .extend({
    default_password: z
      .literal(true)
      .optional()
      .describe('Told to administrators alone: the built-in one still has the password that the documents name.'),
  })
  .meta({ id: 'CurrentUserResp' })

export const userCreation = z
  .object({
    username: z.string().max(255),
    password: z.string().max(1024),
    email: z.string().max(255).nullish(),
    realname: z.string().max(255).nullish(),
    comment: z.string().max(255).nullish(),
  })
  .meta({ id: 'UserCreationReq' })

export const userProfile = z
  .object({
    email: z.string().max(255).nullish(),
    realname: z.string().max(255).nullish(),
    comment: z.string().max(255).nullish(),
  })
  .meta({ id: 'UserProfile' })

export const sysadminFlag = z.object({ sysadmin_flag: z.boolean().default(false) }).meta({ id: 'UserSysAdminFlag' })

export const passwordChange = z
  .object({
    old_password: z.string().max(1024).optional().describe("Needed to change one's own password."),
    new_password: z.string().max(1024),
  })
  .meta({ id: 'PasswordReq' })

export const userSearchItem = z.object({ user_id: integer, username: z.string() }).meta({ id: 'UserSearchRespItem' })

export const permission = z.object({ resource: z.string(), action: z.string() }).meta({ id: 'Permission' })
