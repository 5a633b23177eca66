import { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const memberListQuery = listQuery.extend({
  entityname: z.string().max(255).default('').describe('Part of the name of a user or group.'),
})
export type MemberListQuery = z.output<typeof memberListQuery>

export type MemberRow = z.output<typeof rest.member>
export type MemberCreation = z.output<typeof rest.memberCreation>
export type RoleRequest = z.output<typeof rest.roleRequest>
