import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inSystem, Needs, SignedIn } from '../../access/needs.js'
import { type Asking, CurrentActor, CurrentAsking } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import type { RoleDefinition } from './role-definition.js'
import { type RoleHolderRow, type RoleRow, RolesService } from './roles.service.js'

@Controller('roles')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get()
  @SignedIn()
  @Operation({
    id: 'listRoles',
    tag: 'role',
    summary: 'Roles in projects, built in and made here, strongest first',
    answers: { 200: pageOf(rest.role) },
  })
  list(@Query({ schema: listQuery }) query: ListQuery): Promise<Page<RoleRow>> {
    return this.roles.list(query)
  }

  @Post()
  @Needs('role:create', inSystem)
  @Emits('role.created')
  @Operation({
    id: 'createRole',
    tag: 'role',
    summary: 'Make a role',
    answers: { 201: 'location' },
    refuses: [
      'BAD_ROLE_NAME',
      'BEYOND_OWN_RIGHTS',
      'UNKNOWN_PERMISSION',
      'BAD_REPOSITORY_PATTERN',
      'ROLE_NAME_TAKEN',
      'TOO_MANY_ROLES',
    ],
  })
  create(
    @Body({ schema: rest.roleDefinition }) body: RoleDefinition,
    @CurrentAsking() asking: Asking,
  ): Promise<Created> {
    return this.roles.create(body, asking)
  }

  @Get(':role_id')
  @SignedIn()
  @Operation({
    id: 'getRole',
    tag: 'role',
    summary: 'One role',
    answers: { 200: rest.role },
    refuses: ['NO_SUCH_ROLE'],
  })
  get(@PathId('role_id') id: number): Promise<RoleRow> {
    return this.roles.get(id)
  }

  @Put(':role_id')
  @Needs('role:update', inSystem)
  @Emits('role.changed')
  @Operation({
    id: 'updateRole',
    tag: 'role',
    summary: 'Change a role: whoever has it holds what it gives from the next request on',
    answers: { 200: 'none' },
    refuses: [
      'NO_SUCH_ROLE',
      'ROLE_BUILT_IN',
      'BAD_ROLE_NAME',
      'BEYOND_OWN_RIGHTS',
      'UNKNOWN_PERMISSION',
      'BAD_REPOSITORY_PATTERN',
      'ROLE_NAME_TAKEN',
    ],
  })
  update(
    @PathId('role_id') id: number,
    @Body({ schema: rest.roleDefinition }) body: RoleDefinition,
    @CurrentAsking() asking: Asking,
  ): Promise<void> {
    return this.roles.update(id, body, asking)
  }

  @Delete(':role_id')
  @Needs('role:delete', inSystem)
  @Emits('role.deleted')
  @Operation({
    id: 'deleteRole',
    tag: 'role',
    summary: 'Delete a role that nobody has',
    answers: { 200: 'none' },
    refuses: ['NO_SUCH_ROLE', 'ROLE_BUILT_IN', 'ROLE_IN_USE'],
  })
  delete(@PathId('role_id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.roles.delete(id, actor)
  }

  @Get(':role_id/members')
  @Needs('role:read', inSystem)
  @Operation({
    id: 'listRoleHolders',
    tag: 'role',
    summary: 'Who has a role, and in which project',
    answers: { 200: pageOf(rest.roleHolder) },
    refuses: ['NO_SUCH_ROLE'],
  })
  holders(@PathId('role_id') id: number, @Query({ schema: listQuery }) query: ListQuery): Promise<Page<RoleHolderRow>> {
    return this.roles.holders(id, query)
  }
}
