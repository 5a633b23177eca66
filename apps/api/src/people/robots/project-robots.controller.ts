import { Body, Controller, Delete, Get, Post, Put, Query, Res } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyReply } from 'fastify'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { creationOf } from './creation-v1.js'
import { RobotLists } from './robot-lists.js'
import type { RobotCreated, RobotCreationV1, RobotRow, RobotUpdate } from './robots.schema.js'
import { RobotsService } from './robots.service.js'

/** Robots of a project as scripts of the time before Harbor 2.2 ask for them. */
@Controller('projects/:project_name_or_id/robots')
export class ProjectRobotsController {
  constructor(
    private readonly robots: RobotsService,
    private readonly lists: RobotLists,
  ) {}

  @Get()
  @Needs('robot:list', inProject)
  @Operation({
    id: 'ListRobotV1',
    tag: 'robotv1',
    summary: 'Robots of a project',
    answers: { 200: pageOf(rest.robot) },
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RobotRow>> {
    return this.lists.page(project, query)
  }

  @Post()
  @Needs('robot:create', inProject)
  @Emits('robot.created')
  @Operation({
    id: 'CreateRobotV1',
    tag: 'robotv1',
    summary: 'Make a robot of a project',
    answers: { 201: rest.robotCreated },
    refuses: [
      'BAD_ROBOT_NAME',
      'BEYOND_OWN_LIFE',
      'BEYOND_OWN_RIGHTS',
      'ROBOT_EXISTS',
      'ROBOT_PERMISSION_UNKNOWN',
      'ROBOT_WITHOUT_PERMISSIONS',
    ],
  })
  async create(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.robotCreationV1 }) body: RobotCreationV1,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RobotCreated> {
    const created = await this.robots.create(creationOf(body, project), { project, subject, actor })
    void reply.header('location', `/api/v2.0/projects/${project.id}/robots/${created.id}`)
    return created
  }

  @Get(':robot_id')
  @Needs('robot:read', inProject)
  @Operation({
    id: 'GetRobotByIDV1',
    tag: 'robotv1',
    summary: 'One robot of a project',
    answers: { 200: rest.robot },
    refuses: ['ROBOT_NOT_FOUND'],
  })
  get(@CurrentProject() project: ProjectContext, @PathId('robot_id') id: number): Promise<RobotRow> {
    return this.lists.get({ id, project })
  }

  @Put(':robot_id')
  @Needs('robot:update', inProject)
  @Emits('robot.updated')
  @Operation({
    id: 'UpdateRobotV1',
    tag: 'robotv1',
    summary: 'Change a robot of a project: what is left out stays as it is',
    answers: { 200: 'none' },
    refuses: [
      'BAD_ISSUER',
      'BAD_PATTERN',
      'ROBOT_PATTERNS_OUTSIDE',
      'BEYOND_OWN_LIFE',
      'BEYOND_OWN_RIGHTS',
      'ROBOT_IDENTITY_FIXED',
      'ROBOT_NOT_FOUND',
      'ROBOT_OUTSIDE_PROJECT',
      'ROBOT_PERMISSION_UNKNOWN',
      'ROBOT_WITHOUT_PERMISSIONS',
    ],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @PathId('robot_id') id: number,
    @Body({ schema: rest.robotUpdate }) body: RobotUpdate,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.robots.update({ id, project }, body, { subject, actor })
  }

  @Delete(':robot_id')
  @Needs('robot:delete', inProject)
  @Emits('robot.deleted')
  @Operation({
    id: 'DeleteRobotV1',
    tag: 'robotv1',
    summary: 'Delete a robot of a project',
    answers: { 200: 'none' },
    refuses: ['ROBOT_NOT_FOUND'],
  })
  delete(
    @CurrentProject() project: ProjectContext,
    @PathId('robot_id') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.robots.delete({ id, project }, actor)
  }
}
