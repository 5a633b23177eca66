import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'
import { InSystem, SelfOr, SignedIn, SignUpOr } from '../../access/access-rule.js'
import { type Caller, CurrentCaller, CurrentUser, type SignedInUser } from '../../access/caller.js'
import { Operation } from '../../edge/openapi.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { PermissionsService } from '../permissions/permissions.service.js'
import {
  type PasswordChange,
  type PermissionRow,
  permissionsQuery,
  type PermissionsQuery,
  type SysadminFlag,
  type UserCreation,
  userId,
  type UserProfile,
  type UserRow,
  userSearchQuery,
  type UserSearchQuery,
  type UserSearchRow,
} from './users.schema.js'
import { UsersService } from './users.service.js'

@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly permissions: PermissionsService,
  ) {}

  @Get()
  @InSystem('user:list')
  @Operation({ id: 'listUsers', summary: 'Users', lists: rest.user })
  list(@Query({ schema: listQuery }) query: ListQuery): Promise<Page<UserRow>> {
    return this.users.list(query)
  }

  @Post()
  @SignUpOr('user:create')
  @Operation({
    id: 'createUser',
    summary: 'Make a user; signed out, with a CSRF token and while self-registration is on: sign up',
    creates: true,
  })
  create(
    @Body({ schema: rest.userCreation }) body: UserCreation,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Created> {
    return this.users.create(body, caller, request.ip)
  }

  @Get('current')
  @SignedIn()
  @Operation({ id: 'getCurrentUserInfo', summary: 'The caller', answers: rest.user })
  current(@CurrentUser() user: SignedInUser): Promise<UserRow> {
    return this.users.get(user.id)
  }

  @Get('current/permissions')
  @SignedIn()
  @Operation({
    id: 'getCurrentUserPermissions',
    summary: "The caller's rights in a scope",
    answers: rest.permission.array(),
  })
  currentPermissions(
    @Query({ schema: permissionsQuery }) query: PermissionsQuery,
    @CurrentUser() user: SignedInUser,
  ): Promise<PermissionRow[]> {
    return this.permissions.list(query, user)
  }

  @Get('search')
  @SignedIn()
  @Operation({ id: 'searchUsers', summary: 'Users by a part of their name', lists: rest.userSearchItem })
  search(@Query({ schema: userSearchQuery }) query: UserSearchQuery): Promise<Page<UserSearchRow>> {
    return this.users.search(query)
  }

  @Get(':user_id')
  @SelfOr('user:read')
  @Operation({ id: 'getUser', summary: 'One user', answers: rest.user })
  get(@Param('user_id', { schema: userId }) id: number): Promise<UserRow> {
    return this.users.get(id)
  }

  @Put(':user_id')
  @SelfOr('user:update')
  @Operation({ id: 'updateUserProfile', summary: 'Change e-mail address, full name, comment' })
  update(
    @Param('user_id', { schema: userId }) id: number,
    @Body({ schema: rest.userProfile }) body: UserProfile,
  ): Promise<void> {
    return this.users.update(id, body)
  }

  @Delete(':user_id')
  @InSystem('user:delete')
  @Operation({ id: 'deleteUser', summary: 'Delete a user' })
  delete(@Param('user_id', { schema: userId }) id: number, @CurrentUser() user: SignedInUser): Promise<void> {
    return this.users.delete(id, user)
  }

  @Put(':user_id/sysadmin')
  @InSystem('user:update')
  @Operation({ id: 'setUserSysAdmin', summary: 'Make a user a system administrator, or no longer' })
  setSysadmin(
    @Param('user_id', { schema: userId }) id: number,
    @Body({ schema: rest.sysadminFlag }) body: SysadminFlag,
  ): Promise<void> {
    return this.users.setSysadmin(id, body.sysadmin_flag)
  }

  @Put(':user_id/password')
  @SelfOr('user:update')
  @Operation({ id: 'updateUserPassword', summary: 'Change a password' })
  changePassword(
    @Param('user_id', { schema: userId }) id: number,
    @Body({ schema: rest.passwordChange }) body: PasswordChange,
    @CurrentUser() user: SignedInUser,
  ): Promise<void> {
    return this.users.changePassword(id, body, user)
  }
}
