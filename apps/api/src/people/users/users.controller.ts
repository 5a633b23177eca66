import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { AsUser, inSystem, Needs, SelfOr, SignedIn, SignUpOr } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
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
  @Needs('user:list', inSystem)
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
    @CurrentSubject() subject: Subject,
    @Req() request: FastifyRequest,
  ): Promise<Created> {
    return this.users.create(body, subject, request.ip)
  }

  @Get('current')
  @AsUser()
  @Operation({ id: 'getCurrentUserInfo', summary: 'The caller', answers: rest.user })
  current(@CurrentSubject() { id }: Subject): Promise<UserRow> {
    return this.users.get(id)
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
    @CurrentSubject() subject: Subject,
  ): Promise<PermissionRow[]> {
    return this.permissions.list(query, subject)
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
  @Needs('user:delete', inSystem)
  @Operation({ id: 'deleteUser', summary: 'Delete a user' })
  delete(@Param('user_id', { schema: userId }) id: number, @CurrentSubject() subject: Subject): Promise<void> {
    return this.users.delete(id, subject)
  }

  @Put(':user_id/sysadmin')
  @Needs('user:update', inSystem)
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
    @CurrentSubject() subject: Subject,
  ): Promise<void> {
    return this.users.changePassword(id, body, subject)
  }
}
