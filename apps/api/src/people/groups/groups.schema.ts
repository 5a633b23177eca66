import { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const groupListQuery = listQuery.extend({
  ldap_group_dn: z.string().max(1000).default('').describe('The DN of a group of LDAP, however it is written.'),
  group_name: z.string().max(255).default('').describe("Part of a group's name."),
})
export type GroupListQuery = z.output<typeof groupListQuery>

export const groupSearchQuery = listQuery
  .pick({ page: true, page_size: true })
  .extend({ groupname: z.string().max(255).describe("Part of a group's name.") })
export type GroupSearchQuery = z.output<typeof groupSearchQuery>

export type GroupCreation = z.output<typeof rest.userGroupCreation>
export type GroupUpdate = z.output<typeof rest.userGroupUpdate>
export type GroupRow = z.output<typeof rest.userGroup>
export type GroupSearchRow = z.output<typeof rest.userGroupSearchItem>
/** How a client names a group. */
export type GroupReference = z.output<typeof rest.memberGroup>
