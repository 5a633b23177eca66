import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { PostgresMetadata } from '@berth/metadata'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { Caller, ProjectContext } from '../../access/caller.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { visibleProjects } from '../../projects/projects/project-view.js'
import { RepositoryFinder } from './repository-finder.js'
import { repositoryView } from './repository-view.js'

export type RepositoryRow = z.output<typeof rest.repository>
export type RepositoryUpdate = z.output<typeof rest.repositoryUpdate>

@Injectable()
export class RepositoriesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly finder: RepositoryFinder,
    private readonly metadata: PostgresMetadata,
  ) {}

  /** Of every project that the caller may see. */
  listAll(query: ListQuery, { user }: Caller): Promise<Page<RepositoryRow>> {
    const counted = sql`(select coalesce(sum(p.repo_count), 0) from project p where ${visibleProjects(user)})`
    return this.lists.page(repositoryView, query, { where: [visibleProjects(user)], total: counted })
  }

  list(project: ProjectContext, query: ListQuery): Promise<Page<RepositoryRow>> {
    const counted = sql`(select p.repo_count from project p where p.id = ${project.id})`
    return this.lists.page(repositoryView, query, { where: [sql`r.project_id = ${project.id}`], total: counted })
  }

  async get(project: ProjectContext, name: string): Promise<RepositoryRow> {
    const { id, name: full } = await this.finder.find(project, name)
    const row = await this.lists.row(repositoryView, [sql`r.id = ${id}`])
    if (!row) throw new UserError('REPOSITORY_NOT_FOUND', { repository: full })
    return row
  }

  async update(project: ProjectContext, name: string, body: RepositoryUpdate): Promise<void> {
    const { id } = await this.finder.find(project, name)
    const description = body.description.replaceAll('\0', '')
    await this.database.rows(
      sql`update repository set description = ${description}, updated_at = now() where id = ${id}`,
    )
  }

  async delete(project: ProjectContext, name: string, actor: Actor): Promise<void> {
    const found = await this.finder.find(project, name)
    const deleted = await this.metadata.deleteRepository(found.name, actor)
    if (!deleted) throw new UserError('REPOSITORY_NOT_FOUND', { repository: found.name })
  }
}
