import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inSystem, Needs, SignedIn } from '../../access/needs.js'
import { type Asking, CurrentActor, CurrentAsking } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import {
  type GroupCreation,
  groupListQuery,
  type GroupListQuery,
  type GroupRow,
  groupSearchQuery,
  type GroupSearchQuery,
  type GroupSearchRow,
  type GroupUpdate,
} from './groups.schema.js'
import { GroupsService } from './groups.service.js'

@Controller('usergroups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @Needs('user-group:list', inSystem)
  @Operation({ id: 'listUserGroups', tag: 'usergroup', summary: 'Groups', answers: { 200: pageOf(rest.userGroup) } })
  list(@Query({ schema: groupListQuery }) query: GroupListQuery): Promise<Page<GroupRow>> {
    return this.groups.list(query)
  }

  @Get('search')
  @SignedIn()
  @Operation({
    id: 'searchUserGroups',
    tag: 'usergroup',
    summary: 'Groups by name, to choose one from',
    answers: { 200: pageOf(rest.userGroupSearchItem) },
  })
  search(@Query({ schema: groupSearchQuery }) query: GroupSearchQuery): Promise<Page<GroupSearchRow>> {
    return this.groups.search(query)
  }

  @Post()
  @Needs('user-group:create', inSystem)
  @Emits('group.created')
  @Operation({
    id: 'createUserGroup',
    tag: 'usergroup',
    summary: 'Make a group known',
    answers: { 201: 'location' },
    refuses: ['BAD_GROUP_TYPE', 'BAD_GROUP_DN', 'NO_SUCH_GROUP', 'GROUP_NAME_MISSING', 'GROUP_EXISTS'],
  })
  create(
    @Body({ schema: rest.userGroupCreation }) body: GroupCreation,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.groups.create(body, actor)
  }

  @Get(':group_id')
  @Needs('user-group:read', inSystem)
  @Operation({
    id: 'getUserGroup',
    tag: 'usergroup',
    summary: 'One group',
    answers: { 200: rest.userGroup },
    refuses: ['GROUP_NOT_FOUND'],
  })
  get(@PathId('group_id') id: number): Promise<GroupRow> {
    return this.groups.get(id)
  }

  @Put(':group_id')
  @Needs('user-group:update', inSystem)
  @Emits('group.updated')
  @Operation({
    id: 'updateUserGroup',
    tag: 'usergroup',
    summary: 'Rename a group',
    answers: { 200: 'none' },
    refuses: ['GROUP_NOT_FOUND', 'GROUP_NAME_MISSING', 'GROUP_NAME_TAKEN', 'USERS_ONLY', 'TOKEN_LIMITED'],
  })
  update(
    @PathId('group_id') id: number,
    @Body({ schema: rest.userGroupUpdate }) body: GroupUpdate,
    @CurrentAsking() asking: Asking,
  ): Promise<void> {
    return this.groups.update(id, body, asking)
  }

  @Delete(':group_id')
  @Needs('user-group:delete', inSystem)
  @Emits('group.deleted')
  @Operation({
    id: 'deleteUserGroup',
    tag: 'usergroup',
    summary: 'Remove a group, and from every project',
    answers: { 200: 'none' },
    refuses: ['GROUP_NOT_FOUND'],
  })
  delete(@PathId('group_id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.groups.delete(id, actor)
  }
}
