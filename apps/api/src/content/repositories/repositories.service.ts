import { Injectable } from '@nestjs/common'
import { type Actor, UserError, wholePatternExpression } from '@berth/contracts'
import { emit } from '@berth/database'
import { deleteRepository } from '@berth/metadata'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { ProjectContext, RepositoryContext } from '../../access/context.js'
import { namedLike, projectsWhere, repositoriesWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import { Lists } from '../../listing/lists.js'
import type {
  EveryRepositoryListQuery,
  RepositoryListQuery,
  RepositoryRow,
  RepositoryUpdate,
} from './repositories.schema.js'
import { repositoryView } from './repository-view.js'

const matching = ({ matches }: RepositoryListQuery, project?: string) =>
  matches === undefined ? [] : [namedLike([matches], project)]

@Injectable()
export class RepositoriesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** Of every project that the caller may see. */
  listAll(query: EveryRepositoryListQuery, subject: Subject): Promise<Page<RepositoryRow>> {
    const { full_name_matches: full } = query
    const filters = matching(query)
    if (full !== undefined) filters.push(sql`r.name ~ ${wholePatternExpression(full)}`)
    // What no index helps to find, visitors look for in one project alone.
    if (filters.length > 0 && subject.kind === 'anonymous') throw new UserError('UNAUTHENTICATED')
    const visible = projectsWhere(subject, 'repository:list')
    const counted = sql`(select coalesce(sum(p.repo_count), 0) from project p where ${visible})`
    return this.lists.page(repositoryView, query, {
      where: [visible],
      filters,
      total: counted,
    })
  }

  /** @param subject with what it holds in the project */
  list(project: ProjectContext, query: RepositoryListQuery, subject: Subject): Promise<Page<RepositoryRow>> {
    const seen = repositoriesWhere(subject, 'repository:list', project)
    const where = [sql`r.project_id = ${project.id}`, ...(seen ? [seen] : [])]
    const counted = sql`(select p.repo_count from project p where p.id = ${project.id})`
    return this.lists.page(repositoryView, query, {
      where,
      filters: matching(query, project.name),
      ...(seen ? {} : { total: counted }),
    })
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
