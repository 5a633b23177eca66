import { Body, Controller, Delete, Get, Headers, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest, UserError } from '@berth/contracts'
import { isWithinCeiling, type Subject } from '@berth/rbac'
import {
  AsUser,
  inSystem,
  inSystemInPerson,
  Needs,
  SelfOr,
  SelfOrInPerson,
  SignedIn,
  SignUpOr,
} from '../../access/needs.js'
import { type Asking, CurrentActor, CurrentAsking, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { headerFlag } from '../../edge/flag.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { type PermissionRow, permissionsQuery, type PermissionsQuery } from '../permissions/permissions.schema.js'
import { PermissionsService } from '../permissions/permissions.service.js'
import {
  type CurrentUser,
  type PasswordChange,
  type SysadminFlag,
  type UserCreation,
  userListQuery,
  type UserListQuery,
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
  @Operation({ id: 'listUsers', tag: 'user', summary: 'Users', answers: { 200: pageOf(rest.user) } })
  list(@Query({ schema: userListQuery }) query: UserListQuery): Promise<Page<UserRow>> {
    return this.users.list(query)
  }

  @Post()
  @SignUpOr('user:create')
  @Emits('user.created')
  @Operation({
    id: 'createUser',
    tag: 'user',
    summary: 'Make a user; signed out, with a CSRF token and while self-registration is on: sign up',
    answers: { 201: 'location' },
    refuses: [
      'BAD_USERNAME',
      'BAD_EMAIL',
      'BAD_REALNAME',
      'BAD_COMMENT',
      'WEAK_PASSWORD',
      'PASSWORD_TOO_LONG',
      'USERNAME_TAKEN',
      'EMAIL_TAKEN',
      'LOGIN_TAKEN',
      'USERNAME_IS_ADDRESS',
      'SELF_REGISTRATION_PORTAL_ONLY',
      'TOO_MANY_REGISTRATIONS',
    ],
  })
  create(
    @Body({ schema: rest.userCreation }) body: UserCreation,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.users.create(body, subject, actor)
  }

  @Get('current')
  @AsUser()
  @Operation({ id: 'getCurrentUserInfo', tag: 'user', summary: 'The caller', answers: { 200: rest.currentUser } })
  current(@CurrentSubject() subject: Subject): Promise<CurrentUser> {
    return this.users.current(subject)
  }

  @Get('current/permissions')
  @SignedIn()
  @Operation({
    id: 'getCurrentUserPermissions',
    tag: 'user',
    summary: "The caller's rights in a scope",
    answers: { 200: rest.permission.array() },
  })
  currentPermissions(
    @Query({ schema: permissionsQuery }) query: PermissionsQuery,
    @CurrentSubject() subject: Subject,
    @Headers('x-is-resource-name') isName: string | undefined,
  ): Promise<PermissionRow[]> {
    return this.permissions.list(query, subject, headerFlag(isName))
  }

  @Get('search')
  @AsUser()
  @Operation({
    id: 'searchUsers',
    tag: 'user',
    summary: 'Users by a part of their name',
    answers: { 200: pageOf(rest.userSearchItem) },
    refuses: ['TOKEN_LIMITED'],
  })
  search(
    @Query({ schema: userSearchQuery }) query: UserSearchQuery,
    @CurrentSubject() subject: Subject,
  ): Promise<Page<UserSearchRow>> {
    if (!isWithinCeiling(subject, 'user:list', { scope: 'system' })) throw new UserError('TOKEN_LIMITED')
    return this.users.search(query)
  }

  @Get(':user_id')
  @SelfOr('user:read')
  @Operation({
    id: 'getUser',
    tag: 'user',
    summary: 'One user',
    answers: { 200: rest.user },
    refuses: ['USER_NOT_FOUND'],
  })
  get(@PathId('user_id') id: number): Promise<UserRow> {
    return this.users.get(id)
  }

  @Put(':user_id')
  @SelfOr('user:update')
  @Emits('user.updated')
  @Operation({
    id: 'updateUserProfile',
    tag: 'user',
    summary: 'Change e-mail address, full name, comment',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'BAD_EMAIL', 'BAD_REALNAME', 'BAD_COMMENT', 'EMAIL_TAKEN', 'LOGIN_TAKEN'],
  })
  update(
    @PathId('user_id') id: number,
    @Body({ schema: rest.userProfile }) body: UserProfile,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.users.update(id, body, actor)
  }

  @Delete(':user_id')
  @Needs('user:delete', inSystem)
  @Emits('user.deleted')
  @Operation({
    id: 'deleteUser',
    tag: 'user',
    summary: 'Delete a user',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'CANNOT_DELETE_ADMIN', 'CANNOT_DELETE_SELF'],
  })
  delete(
    @PathId('user_id') id: number,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.users.delete(id, subject, actor)
  }

  @Put(':user_id/sysadmin')
  @Needs('user:update', inSystemInPerson)
  @Emits('user.admin-changed')
  @Operation({
    id: 'setUserSysAdmin',
    tag: 'user',
    summary: 'Make a user a system administrator, or no longer',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'CANNOT_DEMOTE_ADMIN'],
  })
  setSysadmin(
    @PathId('user_id') id: number,
    @Body({ schema: rest.sysadminFlag }) body: SysadminFlag,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.users.setSysadmin(id, body.sysadmin_flag, actor)
  }

  @Put(':user_id/password')
  @SelfOrInPerson('user:update')
  @Emits('user.password-changed')
  @Operation({
    id: 'updateUserPassword',
    tag: 'user',
    summary: 'Change a password, and end all sessions but the one that asks',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'WEAK_PASSWORD', 'PASSWORD_TOO_LONG', 'SAME_PASSWORD', 'WRONG_OLD_PASSWORD'],
  })
  changePassword(
    @PathId('user_id') id: number,
    @Body({ schema: rest.passwordChange }) body: PasswordChange,
    @CurrentAsking() asking: Asking,
  ): Promise<void> {
    return this.users.changePassword(id, body, asking)
  }
}
