import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { parseRepositoryName } from '@berth/oci'
import type { Subject } from '@berth/rbac'
import sql, { join, type Sql } from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { repositoriesWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import type { ListScope } from '../../listing/list-view.js'
import { Lists } from '../../listing/lists.js'
import { type Condition, parseConditions } from '../../listing/parse-conditions.js'
import { linksTo } from './addition-links.js'
import { artifactView, typeExpressions, listed, living, tagNamed } from './artifact-view.js'
import { asksForAll, type ArtifactRow, type ProjectArtifactsQuery, shownBy } from './artifacts.schema.js'
import { keptInProject } from './kept-tags.js'

interface Repositories {
  /** Condition on `repository r`. */
  readonly where: Sql
  readonly ids: number[]
  /** Artifacts that are listed in them. */
  readonly artifacts: number
}

/** Tags up to which artifacts are found by them: so many rows are gathered and sorted for a page. */
const FEW = 10_000

function byRepositoryName(condition: Condition): Sql {
  if (condition.kind === 'equal') return sql`r.name = ${condition.value}`
  if (condition.kind === 'one-of') return sql`r.name in (${join(condition.values)})`
  if (condition.kind === 'contains') return sql`r.name ilike ${containing(condition.value)}`
  throw new UserError('BAD_QUERY', { detail: '"repository_name" takes a name, ~ and a part of one, or {} with some' })
}

/** Artifacts across the repositories of a project. */
@Injectable()
export class ProjectArtifactsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @param subject with what it holds in the project */
  async list(project: ProjectContext, query: ProjectArtifactsQuery, subject: Subject): Promise<Page<ArtifactRow>> {
    const repositories = await this.repositoriesSeen(project, query, subject)
    const view = artifactView(shownBy(query), {
      repositoryName: sql`(select name from repository where id = a.repository_id)`,
      project: project.id,
      withTag: (condition) =>
        sql`exists (select from tag t where t.artifact_id = a.id and t.repository_id = a.repository_id and ${condition})`,
    })
    const tagged = await this.tagged(repositories, query)
    const special = { ...view.special, repository_name: () => undefined, ...(tagged && { tags: () => undefined }) }
    const ofProject = { ...view, special, isSmall: tagged !== undefined }
    const page = await this.lists.page(ofProject, query, await this.scopeOf(repositories, query, tagged))
    const kept = await keptInProject(this.database, project)
    return page.map((row) => ({
      ...row,
      tags:
        row.tags?.map((tag) => ({
          ...tag,
          immutable: kept(parseRepositoryName(row.repository_name), tag.name).immutable,
        })) ?? null,
      addition_links: linksTo(project, row),
    }))
  }

  /** Those of the name that is asked for alone: no other has to be looked through. */
  private async repositoriesSeen(
    project: ProjectContext,
    { q }: ProjectArtifactsQuery,
    subject: Subject,
  ): Promise<Repositories> {
    const seen = repositoriesWhere(subject, 'artifact:list', project)
    const named = parseConditions(q)
      .filter(({ field }) => field === 'repository_name')
      .map(byRepositoryName)
    const where = join(
      [sql`r.project_id = ${project.id} and r.listed_count > 0`, ...(seen ? [seen] : []), ...named],
      ' and ',
    )
    const found = await this.database.row<Omit<Repositories, 'where'>>(sql`
      select coalesce(json_agg(r.id), '[]') as ids, coalesce(sum(r.listed_count), 0)::int as artifacts
      from repository r where ${where}`)
    return { where, ...(found ?? { ids: [], artifacts: 0 }) }
  }

  /**
   * Artifacts whose tags are as asked, where few are: they are found by their tags. Asked of each artifact of each repository, a part of a
   * name that few repositories have would be looked for in all of them. Undefined where nobody asks, or where there are many: a page is full soon.
   */
  private async tagged({ where }: Repositories, { q }: ProjectArtifactsQuery): Promise<number[] | undefined> {
    const [asked, ...more] = parseConditions(q).filter(({ field }) => field === 'tags')
    const named = asked && more.length === 0 ? tagNamed(asked) : undefined
    if (!named) return undefined
    const found = await this.database.row<{ ids: number[] | null }>(sql`
      select case when count(*) <= ${FEW} then coalesce(json_agg(artifact_id), '[]') end as ids from (
        select t.artifact_id from tag t join repository r on r.id = t.repository_id where ${where} and ${named} limit ${FEW + 1}
      ) few`)
    return found?.ids ?? undefined
  }

  private async scopeOf(
    { ids, artifacts }: Repositories,
    query: ProjectArtifactsQuery,
    tagged: readonly number[] | undefined,
  ): Promise<ListScope> {
    const groups = { of: sql`a.repository_id`, ids }
    if (query.latest_in_repository) {
      const latest = sql`a.id = any (${await this.latest(ids, query)}::bigint[])`
      return { where: [latest, ...(tagged ? [sql`a.id = any (${tagged}::bigint[])`] : [])] }
    }
    if (tagged) return { where: [asksForAll(query) ? living : listed, sql`a.id = any (${tagged}::bigint[])`] }
    return asksForAll(query) ? { where: [living], groups } : { where: [listed], groups, total: sql`${artifacts}::int` }
  }

  /** Of each repository the artifact of the type that was pushed last. */
  private async latest(ids: readonly number[], { q }: ProjectArtifactsQuery): Promise<number[]> {
    const types = parseConditions(q).flatMap((condition): Sql[] => {
      const expression = typeExpressions.get(condition.field)
      return expression && condition.kind === 'equal' ? [sql`${expression} = ${condition.value}`] : []
    })
    if (types.length === 0)
      throw new UserError('BAD_QUERY', { detail: '"latest_in_repository" needs media_type= or artifact_type= in "q"' })
    const found = await this.database.rows<{ id: number }>(sql`
      select last.id from unnest(${ids}::int[]) one (id) cross join lateral (
        select a.id from artifact a where a.repository_id = one.id and ${listed} and ${join(types, ' and ')}
        order by a.pushed_at desc, a.id desc limit 1
      ) last`)
    return found.map(({ id }) => id)
  }
}
