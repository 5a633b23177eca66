import { z } from 'zod'
import { integer, text, time } from './scalars.js'

const identitySource = z.enum(['ldap', 'oidc'])

export const user = z
  .object({
    user_id: integer,
    username: z.string(),
    email: z.string().optional(),
    realname: z.string().optional(),
    comment: z.string().optional(),
    sysadmin_flag: z.boolean(),
    admin_role_in_auth: z.boolean().describe('True when an outer identity source made the caller an administrator.'),
    identity_sources: z.array(identitySource).describe('Where else than here the account comes from.'),
    has_password: z.boolean().describe('False: it signs in where it comes from, and only there.'),
    second_factor: z.boolean().describe('Whether signing in takes a code as well as the password.'),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'UserResp' })

export const oidcUserInfo = z
  .object({
    id: integer,
    user_id: integer,
    subiss: z.string().describe('Subject and issuer, one behind the other.'),
    secret: z.string().optional().describe('For command lines. Told to its owner in person, where there is one.'),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'OIDCUserInfo' })

export const cliSecret = z
  .object({ secret: z.string().max(1024).default('').describe('One of your own choice; empty: one is made.') })
  .meta({ id: 'OIDCCliSecretReq' })

export const currentUser = user
  .extend({
    oidc_user_meta: oidcUserInfo.optional().describe('Where the account is one of an OIDC provider.'),
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

export const session = z
  .object({
    id: z.string(),
    current: z.boolean().describe('Whether it is the one that asks.'),
    client: z.string().describe('As the browser calls itself.'),
    address: z.string().describe('From where it was used last.'),
    creation_time: time,
    last_seen: time,
  })
  .meta({ id: 'Session' })

const code = z.string().max(64)

export const passwordProof = z.object({ password: z.string().max(1024) }).meta({ id: 'PasswordProof' })

export const secondFactor = z
  .object({
    enabled: z.boolean(),
    enabled_time: time.optional(),
    removed_time: time.optional().describe('When an administrator took it away; absent once it is on again.'),
    recovery_codes_left: integer,
  })
  .meta({ id: 'SecondFactor' })

export const secondFactorOffer = z
  .object({
    secret: z.string().describe('In base 32, to be typed into an app.'),
    uri: z.string().describe('The same for a QR code.'),
  })
  .meta({ id: 'SecondFactorOffer' })

export const secondFactorCode = z.object({ code }).meta({ id: 'SecondFactorCode' })

export const secondFactorProof = z
  .object({ password: z.string().max(1024), code: code.describe('Of the app, or a recovery code.') })
  .meta({ id: 'SecondFactorProof' })

export const recoveryCodes = z
  .object({ recovery_codes: z.string().array().describe('Each signs in once, in place of a code of the app.') })
  .meta({ id: 'RecoveryCodes' })

export const userSearchItem = z.object({ user_id: integer, username: z.string() }).meta({ id: 'UserSearchRespItem' })

export const permission = z.object({ resource: z.string(), action: z.string() }).meta({ id: 'Permission' })

export const userIdentity = z
  .object({
    id: integer,
    source: identitySource,
    issuer: z.string().describe('Of OpenID: which provider vouches for the subject. Empty for a directory.'),
    subject: z.string().describe('What the source calls somebody, and gives to nobody else.'),
    name: z.string().describe('As the source shows them; empty before their first sign-in.'),
    present: z.boolean().describe('False: the source has them no more.'),
    creation_time: time,
    last_seen: time.describe('When the source vouched for them last.'),
  })
  .meta({ id: 'UserIdentity' })

export const userIdentityLink = z
  .object({
    issuer: text.min(1).max(2048),
    subject: text.min(1).max(255),
  })
  .meta({ id: 'UserIdentityLinkReq' })
