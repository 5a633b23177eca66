import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { createTag, deleteTag } from '@berth/metadata'
import { type Digest, isTag } from '@berth/oci'
import sql from 'sql-template-tag'
import type { ArtifactContext, RepositoryContext } from '../../access/context.js'
import { keptTags } from '../artifacts/kept-tags.js'
import type { NewTag, RepositoryTagRow, TagRow } from '../artifacts/artifacts.schema.js'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { repositoryTagView, tagView } from './tag-view.js'

@Injectable()
export class TagsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One row per tag of the repository. */
  async listOfRepository(repository: RepositoryContext, query: ListQuery): Promise<Page<RepositoryTagRow>> {
    const page = await this.lists.page(repositoryTagView, query, {
      where: [sql`t.repository_id = ${repository.id}`],
      total: sql`(select tag_count from repository where id = ${repository.id})`,
    })
    const kept = await keptTags(this.database, repository)
    return page.map((row) => ({ ...row, ...kept(row.name) }))
  }

  async deleteOfRepository(repository: RepositoryContext, tag: string, actor: Actor): Promise<void> {
    await this.remove(repository, tag, actor)
  }

  async list({ id, repository }: ArtifactContext, query: ListQuery): Promise<Page<TagRow>> {
    const page = await this.lists.page(tagView, query, { where: [sql`t.artifact_id = ${id}`] })
    const kept = await keptTags(this.database, repository)
    return page.map((row) => ({ ...row, immutable: kept(row.name).immutable }))
  }

  async create({ digest, reference, repository }: ArtifactContext, { name }: NewTag, actor: Actor): Promise<Created> {
    if (!isTag(name)) throw new UserError('BAD_TAG_NAME')
    const outcome = await this.database.transaction((transaction) =>
      createTag(transaction, repository.name, digest, name, actor),
    )
    if (outcome === 'taken') throw new UserError('TAG_EXISTS', { tag: name })
    if (outcome === 'no artifact') throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    return new Created()
  }

  async delete({ digest, repository }: ArtifactContext, tag: string, actor: Actor): Promise<void> {
    await this.remove(repository, tag, actor, digest)
  }

  /** @param digest what the tag has to name; absent, it may name anything */
  private async remove({ name }: RepositoryContext, tag: string, actor: Actor, digest?: Digest): Promise<void> {
    const deleted =
      isTag(tag) && (await this.database.transaction((transaction) => deleteTag(transaction, name, tag, actor, digest)))
    if (!deleted) throw new UserError('TAG_NOT_FOUND', { tag, repository: name })
  }
}
