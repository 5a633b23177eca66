import { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const userListQuery = listQuery.extend({
  username: z.string().max(255).default('').describe('Part of a user name.'),
  email: z.string().max(255).default('').describe('Part of an e-mail address.'),
})
export type UserListQuery = z.output<typeof userListQuery>

export const userSearchQuery = listQuery
  .pick({ page: true, page_size: true })
  .extend({ username: z.string().max(255).default('').describe('Part of a user name; absent: everybody.') })
export type UserSearchQuery = z.output<typeof userSearchQuery>

export type UserCreation = z.output<typeof rest.userCreation>
export type UserProfile = z.output<typeof rest.userProfile>
export type PasswordChange = z.output<typeof rest.passwordChange>
export type SysadminFlag = z.output<typeof rest.sysadminFlag>
export type UserRow = z.output<typeof rest.user>
export type CurrentUser = z.output<typeof rest.currentUser>
export type UserSearchRow = z.output<typeof rest.userSearchItem>
