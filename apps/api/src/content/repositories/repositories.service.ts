import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import { deleteRepository } from '@berth/metadata'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext, RepositoryContext } from '../../access/context.js'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { repositoryView } from './repository-view.js'

export type RepositoryRow = z.output<typeof rest.repository>
export type RepositoryUpdate = z.output<typeof rest.repositoryUpdate>

@Injectable()
export class RepositoriesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** Of every project that the caller may see. */
  listAll(query: ListQuery, subject: Subject): Promise<Page<RepositoryRow>> {
    const visible = projectsWhere(subject, 'repository:list')
    const counted = sql`(select coalesce(sum(p.repo_count), 0) from project p where ${visible})`
    return this.lists.page(repositoryView, query, { where: [visible], total: counted })
  }

  list(project: ProjectContext, query: ListQuery): Promise<Page<RepositoryRow>> {
    const counted = sql`(select p.repo_count from project p where p.id = ${project.id})`
    return this.lists.page(repositoryView, query, { where: [sql`r.project_id = ${project.id}`], total: counted })
  }

  async get({ id, name }: RepositoryContext): Promise<RepositoryRow> {
    const row = await this.lists.row(repositoryView, [sql`r.id = ${id}`])
    if (!row) throw new UserError('REPOSITORY_NOT_FOUND', { repository: name })
    return row
  }

  async update({ id, name, project }: RepositoryContext, body: RepositoryUpdate, actor: Actor): Promise<void> {
    const description = body.description.replaceAll('\0', '')
    await this.database.transaction(async (transaction) => {
      const updated = await transaction.row(
        sql`update repository set description = ${description}, updated_at = now() where id = ${id} returning id`,
      )
      if (!updated) throw new UserError('REPOSITORY_NOT_FOUND', { repository: name })
      const about = { project_id: project.id, repository_id: id, repository: name, description }
      await emit(transaction, 'repository.updated', about, actor)
    })
  }

  async delete({ name }: RepositoryContext, actor: Actor): Promise<void> {
    const deleted = await this.database.transaction((transaction) => deleteRepository(transaction, name, actor))
    if (!deleted) throw new UserError('REPOSITORY_NOT_FOUND', { repository: name })
  }
}
