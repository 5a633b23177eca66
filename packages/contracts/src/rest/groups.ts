import { z } from 'zod'
import { integer, text } from './scalars.js'

const groupType = integer.describe('1 LDAP, 2 HTTP, 3 OIDC.')
const groupName = text.max(255)
const groupDn = text.max(1000).describe('The DN of a group of LDAP.')

export const userGroup = z
  .object({ id: integer, group_name: z.string(), group_type: groupType, ldap_group_dn: z.string().optional() })
  .meta({ id: 'UserGroup' })

export const userGroupCreation = z
  .object({ group_name: groupName.nullish(), group_type: groupType, ldap_group_dn: groupDn.nullish() })
  .meta({ id: 'UserGroupCreationReq' })

export const userGroupUpdate = z.object({ group_name: groupName }).meta({ id: 'UserGroupUpdateReq' })

export const userGroupSearchItem = z
  .object({ id: integer, group_name: z.string(), group_type: groupType })
  .meta({ id: 'UserGroupSearchItem' })

/** A group by its id, its DN, or its type and name. */
export const memberGroup = z
  .object({
    id: integer.nullish(),
    group_name: groupName.nullish(),
    group_type: groupType.nullish(),
    ldap_group_dn: groupDn.nullish(),
  })
  .meta({ id: 'MemberGroup' })
