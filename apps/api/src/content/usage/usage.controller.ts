import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { CurrentProject, CurrentRepository, type ProjectContext, type RepositoryContext } from '../../access/context.js'
import { inProject, inRepository, Needs } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { type ProjectUsage, type RepositoryUsage, UsageService } from './usage.service.js'

@Controller('projects')
export class UsageController {
  constructor(private readonly usage: UsageService) {}

  @Get(':project_name_or_id/usage')
  @Needs('quota:read', inProject)
  @Operation({
    id: 'getProjectUsage',
    tag: 'project',
    summary: 'What a project holds, what its repositories share, and which of them are the largest',
    answers: { 200: rest.projectUsage },
  })
  ofProject(@CurrentProject() project: ProjectContext, @CurrentSubject() subject: Subject): Promise<ProjectUsage> {
    return this.usage.ofProject(project, subject)
  }

  @Get(':project_name/repositories/:repository_name/usage')
  @Needs('repository:read', inRepository)
  @Operation({
    id: 'getRepositoryUsage',
    tag: 'repository',
    summary: 'What a repository holds, and what of it deleting the repository would free',
    answers: { 200: rest.repositoryUsage },
  })
  ofRepository(@CurrentRepository() repository: RepositoryContext): Promise<RepositoryUsage> {
    return this.usage.ofRepository(repository)
  }
}
