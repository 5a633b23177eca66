import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { deleteManifest } from '@berth/metadata'
import sql from 'sql-template-tag'
import type { ArtifactContext, ProjectContext, RepositoryContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import { Lists } from '../../listing/lists.js'
import { artifactView, listed, living } from './artifact-view.js'
import type { ArtifactListQuery, ArtifactQuery, ArtifactRow, HistoryEntry } from './artifacts.schema.js'

type BareArtifact = Omit<ArtifactRow, 'addition_links'>

@Injectable()
export class ArtifactsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async list({ id, project }: RepositoryContext, query: ArtifactListQuery): Promise<Page<ArtifactRow>> {
    const page = await this.lists.page(artifactView({ withTags: query.with_tag }), query, {
      where: [sql`a.repository_id = ${id}`, listed],
      total: sql`(select listed_count from repository where id = ${id})`,
    })
    return page.map((row) => withLinks(project, row))
  }

  async get({ id, reference, repository }: ArtifactContext, query: ArtifactQuery): Promise<ArtifactRow> {
    const view = artifactView({ withTags: query.with_tag })
    const row = await this.lists.row(view, [sql`a.id = ${id}`, living])
    if (!row) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    return withLinks(repository.project, row)
  }

  /** Deletes the artifact with all its tags, also when named by one of them. */
  async delete({ digest, reference, repository }: ArtifactContext, actor: Actor): Promise<void> {
    const deleted = await this.database.transaction((transaction) =>
      deleteManifest(transaction, repository.name, digest, actor),
    )
    if (!deleted) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
  }

  /** How an image was built, oldest step first. */
  async buildHistory({ id }: ArtifactContext): Promise<HistoryEntry[]> {
    const row = await this.database.row<{ history: HistoryEntry[] }>(sql`
      select (select json_agg(json_strip_nulls(json_build_object('created', step->'created', 'created_by', step->'createdBy',
        'comment', step->'comment', 'empty_layer', step->'emptyLayer')) order by place)
        from jsonb_array_elements(a.config->'history') with ordinality as steps (step, place)) as history
      from artifact a where a.id = ${id} and jsonb_typeof(a.config->'history') = 'array'`)
    if (!row) throw new UserError('ADDITION_NOT_FOUND', { addition: 'build_history' })
    return row.history ?? []
  }
}

/** Harbor's clients follow these to what is fetched apart. */
function withLinks(project: ProjectContext, row: BareArtifact): ArtifactRow {
  const repository = encodeURIComponent(encodeURIComponent(row.repository_name.slice(project.name.length + 1)))
  const href = `/api/v2.0/projects/${project.name}/repositories/${repository}/artifacts/${row.digest}/additions/build_history`
  return {
    ...row,
    addition_links: row.type === 'IMAGE' && row.references === null ? { build_history: { href, absolute: false } } : {},
  }
}
