import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { deleteManifest, previewDeletion } from '@berth/metadata'
import sql from 'sql-template-tag'
import type { ArtifactContext, RepositoryContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { Page } from '../../edge/results.js'
import { Lists } from '../../listing/lists.js'
import { artifactView, inRepository, listed, living, typeOfReferrer } from './artifact-view.js'
import { type BareArtifact, linksTo } from './addition-links.js'
import {
  asksForAll,
  type ArtifactListQuery,
  type ArtifactQuery,
  type ArtifactRow,
  type DeletionPreviewAnswer,
  shownBy,
} from './artifacts.schema.js'
import { keptTags } from './kept-tags.js'
import { modelTexts } from './model-texts.js'

/** Tags that are named of those that go. */
const TAGS = 100

const viewOf = (query: ArtifactQuery, repository: RepositoryContext) =>
  artifactView(shownBy(query), inRepository(repository))

@Injectable()
export class ArtifactsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** Nothing where there is no such repository. */
  async list(repository: RepositoryContext | undefined, query: ArtifactListQuery): Promise<Page<ArtifactRow>> {
    if (!repository) return new Page([], 0, query.page, query.page_size)
    const { id, project } = repository
    const scope = asksForAll(query)
      ? { where: [sql`a.repository_id = ${id}`, living] }
      : {
          where: [sql`a.repository_id = ${id}`, listed],
          total: sql`(select listed_count from repository where id = ${id})`,
        }
    const page = await this.lists.page(viewOf(query, repository), query, scope)
    const [tell, texts] = await Promise.all([this.tellKept(repository), modelTexts(this.database, page.rows)])
    return page.map((row) => ({ ...tell(row), addition_links: linksTo(project, row, texts.get(row.id)) }))
  }

  async get({ id, reference, repository }: ArtifactContext, query: ArtifactQuery): Promise<ArtifactRow> {
    const row = await this.lists.row(viewOf(query, repository), [sql`a.id = ${id}`, living])
    if (!row) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    const [tell, texts] = await Promise.all([this.tellKept(repository), modelTexts(this.database, [row])])
    return { ...tell(row), addition_links: linksTo(repository.project, row, texts.get(id)) }
  }

  /** Marks the tags that a rule keeps from everybody. */
  private async tellKept(repository: RepositoryContext): Promise<(row: BareArtifact) => BareArtifact> {
    const kept = await keptTags(this.database, repository)
    return (row) => ({
      ...row,
      tags: row.tags?.map((tag) => ({ ...tag, immutable: kept(tag.name).immutable })) ?? null,
    })
  }

  async previewDeletion(
    { digest, reference, repository }: ArtifactContext,
    actor: Actor,
  ): Promise<DeletionPreviewAnswer> {
    const preview = await previewDeletion(this.database, repository.name, digest, actor)
    if (!preview) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    const { tags, accessories, parts, frees } = preview
    return {
      digest,
      tags: tags.slice(0, TAGS),
      tag_count: tags.length,
      accessories: await this.database.rows<{ type: string; count: number }>(sql`
        select ${typeOfReferrer} as type, count(*)::int as count from artifact a
        where a.id = any (${accessories}::bigint[]) group by 1 order by 1`),
      parts,
      frees,
    }
  }

  /** Deletes the artifact with all its tags, also when named by one of them. */
  async delete({ digest, reference, repository }: ArtifactContext, actor: Actor): Promise<void> {
    const deleted = await this.database.transaction((transaction) =>
      deleteManifest(transaction, repository.name, digest, actor),
    )
    if (!deleted) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
  }
}
