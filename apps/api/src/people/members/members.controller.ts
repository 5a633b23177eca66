import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { inProject, Needs } from '../../access/needs.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import {
  type MemberCreation,
  memberListQuery,
  type MemberListQuery,
  type MemberRow,
  type RoleRequest,
} from './members.schema.js'
import { MembersService } from './members.service.js'

@Controller('projects/:project_name_or_id/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Needs('member:list', inProject)
  @Operation({
    id: 'listProjectMembers',
    tag: 'member',
    summary: 'Members of a project',
    answers: { 200: pageOf(rest.member) },
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: memberListQuery }) query: MemberListQuery,
  ): Promise<Page<MemberRow>> {
    return this.members.list(project, query)
  }

  @Post()
  @Needs('member:create', inProject)
  @Emits('member.added')
  @Operation({
    id: 'createProjectMember',
    tag: 'member',
    summary: 'Give a user or a group a role',
    answers: { 201: 'location' },
    refuses: [
      'MEMBER_UNNAMED',
      'USER_NOT_FOUND',
      'NO_SUCH_USER',
      'NO_SUCH_GROUP',
      'BAD_GROUP_TYPE',
      'BAD_GROUP_DN',
      'GROUP_NAME_MISSING',
      'ROLE_NOT_FOUND',
      'ROLE_BEYOND_OWN',
      'MEMBER_EXISTS',
    ],
  })
  create(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.memberCreation }) body: MemberCreation,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.members.create(project, body, subject, actor)
  }

  @Get(':mid')
  @Needs('member:read', inProject)
  @Operation({
    id: 'getProjectMember',
    tag: 'member',
    summary: 'One member',
    answers: { 200: rest.member },
    refuses: ['MEMBER_NOT_FOUND'],
  })
  get(@CurrentProject() project: ProjectContext, @PathId('mid') id: number): Promise<MemberRow> {
    return this.members.get(project, id)
  }

  @Put(':mid')
  @Needs('member:update', inProject)
  @Emits('member.changed')
  @Operation({
    id: 'updateProjectMember',
    tag: 'member',
    summary: "Change a member's role",
    answers: { 200: 'none' },
    refuses: ['MEMBER_NOT_FOUND', 'ROLE_NOT_FOUND', 'ROLE_BEYOND_OWN'],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @PathId('mid') id: number,
    @Body({ schema: rest.roleRequest }) body: RoleRequest,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.members.update(project, id, body, subject, actor)
  }

  @Delete(':mid')
  @Needs('member:delete', inProject)
  @Emits('member.removed')
  @Operation({
    id: 'deleteProjectMember',
    tag: 'member',
    summary: 'Remove a member',
    answers: { 200: 'none' },
    refuses: ['MEMBER_NOT_FOUND'],
  })
  delete(
    @CurrentProject() project: ProjectContext,
    @PathId('mid') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.members.delete(project, id, actor)
  }
}
