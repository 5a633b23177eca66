import { Body, Controller, Delete, Get, Patch, Post, Put, Query, Res } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyReply } from 'fastify'
import { CurrentProjectIfAny, type ProjectContext } from '../../access/context.js'
import { inProjectOrSystemAsked, inProjectOrSystemOf, Needs } from '../../access/needs.js'
import { CurrentActor, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { projectOfCreation, projectOfList } from './asked-project.js'
import { RobotLists } from './robot-lists.js'
import type {
  RobotCreated,
  RobotCreation,
  RobotRow,
  RobotSecret,
  RobotSecretAnswer,
  RobotUpdate,
} from './robots.schema.js'
import { RobotsService } from './robots.service.js'

const ofRobot = inProjectOrSystemOf('robot', 'robot_id')

@Controller('robots')
export class RobotsController {
  constructor(
    private readonly robots: RobotsService,
    private readonly lists: RobotLists,
  ) {}

  @Get()
  @Needs('robot:list', inProjectOrSystemAsked(projectOfList))
  @Operation({
    id: 'ListRobot',
    tag: 'robot',
    summary: 'Robots of the system, or of the project that q=Level=project,ProjectID=… names',
    answers: { 200: pageOf(rest.robot) },
  })
  list(
    @CurrentProjectIfAny() project: ProjectContext | undefined,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<RobotRow>> {
    return this.lists.page(project, query)
  }

  @Post()
  @Needs('robot:create', inProjectOrSystemAsked(projectOfCreation))
  @Emits('robot.created')
  @Operation({
    id: 'CreateRobot',
    tag: 'robot',
    summary: 'Make a robot with rights that its maker holds; its secret is shown once',
    answers: { 201: rest.robotCreated },
    refuses: [
      'BAD_ISSUER',
      'BAD_PATTERN',
      'ROBOT_PATTERNS_OUTSIDE',
      'BAD_ROBOT_LEVEL',
      'BAD_ROBOT_NAME',
      'BAD_SECRET',
      'BEYOND_OWN_LIFE',
      'BEYOND_OWN_RIGHTS',
      'ROBOT_EXISTS',
      'ROBOT_OUTSIDE_PROJECT',
      'ROBOT_PERMISSION_UNKNOWN',
      'ROBOT_WITHOUT_PERMISSIONS',
    ],
  })
  async create(
    @CurrentProjectIfAny() project: ProjectContext | undefined,
    @Body({ schema: rest.robotCreation }) body: RobotCreation,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RobotCreated> {
    const created = await this.robots.create(body, { project, subject, actor })
    void reply.header('location', `/api/v2.0/robots/${created.id}`)
    return created
  }

  @Get(':robot_id')
  @Needs('robot:read', ofRobot)
  @Operation({
    id: 'GetRobotByID',
    tag: 'robot',
    summary: 'One robot',
    answers: { 200: rest.robot },
    refuses: ['ROBOT_NOT_FOUND'],
  })
  get(@PathId('robot_id') id: number): Promise<RobotRow> {
    return this.lists.get({ id })
  }

  @Put(':robot_id')
  @Needs('robot:update', ofRobot)
  @Emits('robot.updated')
  @Operation({
    id: 'UpdateRobot',
    tag: 'robot',
    summary: 'Change a robot: what is left out stays as it is',
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
    @PathId('robot_id') id: number,
    @Body({ schema: rest.robotUpdate }) body: RobotUpdate,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.robots.update({ id }, body, { subject, actor })
  }

  @Patch(':robot_id')
  @Needs('robot:update', ofRobot)
  @Emits('robot.secret-changed')
  @Operation({
    id: 'RefreshSec',
    tag: 'robot',
    summary: 'Give a robot another secret; the one before may stay good for a while',
    answers: { 200: rest.robotSecretAnswer },
    refuses: ['BAD_SECRET', 'BEYOND_OWN_LIFE', 'BEYOND_OWN_RIGHTS', 'ROBOT_NOT_FOUND'],
  })
  refresh(
    @PathId('robot_id') id: number,
    @Body({ schema: rest.robotSecret }) body: RobotSecret,
    @CurrentSubject() subject: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<RobotSecretAnswer> {
    return this.robots.refresh({ id }, body, { subject, actor })
  }

  @Delete(':robot_id')
  @Needs('robot:delete', ofRobot)
  @Emits('robot.deleted')
  @Operation({
    id: 'DeleteRobot',
    tag: 'robot',
    summary: 'Delete a robot: what it has been issued ends',
    answers: { 200: 'none' },
    refuses: ['ROBOT_NOT_FOUND'],
  })
  delete(@PathId('robot_id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.robots.delete({ id }, actor)
  }
}
