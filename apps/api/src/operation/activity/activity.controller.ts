import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs, SignedIn } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { type Activity, ActivityService, type Overview } from './activity.service.js'

@Controller()
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Get('overview')
  @SignedIn()
  @Operation({
    id: 'getOverview',
    tag: 'statistic',
    summary: "The caller's projects with what they use, what changed last, and pushes and pulls of thirty days",
    answers: { 200: rest.overview },
  })
  overview(@CurrentSubject() subject: Subject): Promise<Overview> {
    return this.activity.overview(subject)
  }

  @Get('projects/:project_name_or_id/activity')
  @Needs('self:read', inProject)
  @Operation({
    id: 'getProjectActivity',
    tag: 'project',
    summary: 'Pushes and pulls of thirty days, the oldest first',
    answers: { 200: rest.activity },
  })
  ofProject(@CurrentProject() project: ProjectContext): Promise<Activity> {
    return this.activity.ofProject(project)
  }
}
