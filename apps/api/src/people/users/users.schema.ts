import { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const userSearchQuery = listQuery
  .pick({ page: true, page_size: true })
  .extend({ username: z.string().min(1).max(255).describe('Part of a user name.') })
export type UserSearchQuery = z.output<typeof userSearchQuery>

export type UserCreation = z.output<typeof rest.userCreation>
export type UserProfile = z.output<typeof rest.userProfile>
export type PasswordChange = z.output<typeof rest.passwordChange>
export type SysadminFlag = z.output<typeof rest.sysadminFlag>
export type UserRow = z.output<typeof rest.user>
export type CurrentUser = z.output<typeof rest.currentUser>
export type UserSearchRow = z.output<typeof rest.userSearchItem>
