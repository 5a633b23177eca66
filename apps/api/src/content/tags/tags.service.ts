import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { PostgresMetadata } from '@berth/metadata'
import { isTag } from '@berth/oci'
import sql from 'sql-template-tag'
import type { ArtifactContext, RepositoryContext } from '../../access/context.js'
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
    private readonly metadata: PostgresMetadata,
  ) {}

  /** One row per tag of the repository. */
  async listOfRepository({ id }: RepositoryContext, query: ListQuery): Promise<Page<RepositoryTagRow>> {
    return this.lists.page(repositoryTagView, query, {
      where: [sql`t.repository_id = ${id}`],
      total: sql`(select tag_count from repository where id = ${id})`,
    })
  }

  async deleteOfRepository(repository: RepositoryContext, tag: string, actor: Actor): Promise<void> {
    await this.remove(repository, tag, actor)
  }

  async list({ id }: ArtifactContext, query: ListQuery): Promise<Page<TagRow>> {
    return this.lists.page(tagView, query, { where: [sql`t.artifact_id = ${id}`] })
  }

  async create({ digest, reference, repository }: ArtifactContext, { name }: NewTag, actor: Actor): Promise<Created> {
    if (!isTag(name)) throw new UserError('BAD_TAG_NAME')
    const taken = await this.database.row(
      sql`select 1 as found from tag where repository_id = ${repository.id} and name = ${name}`,
    )
    if (taken) throw new UserError('TAG_EXISTS', { tag: name })
    const added = await this.metadata.addTag(repository.name, digest, name, actor)
    if (!added) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    const { project } = repository
    const encoded = encodeURIComponent(encodeURIComponent(repository.name.slice(project.name.length + 1)))
    return new Created(`/api/v2.0/projects/${project.name}/repositories/${encoded}/artifacts/${reference}/tags/${name}`)
  }

  async delete({ id, repository }: ArtifactContext, tag: string, actor: Actor): Promise<void> {
    const here = await this.database.row(
      sql`select 1 as found from tag where repository_id = ${repository.id} and name = ${tag.replaceAll('\0', '')} and artifact_id = ${id}`,
    )
    if (!here) throw new UserError('TAG_NOT_FOUND', { tag, repository: repository.name })
    await this.remove(repository, tag, actor)
  }

  private async remove(repository: RepositoryContext, tag: string, actor: Actor): Promise<void> {
    const deleted = isTag(tag) && (await this.metadata.deleteTag(repository.name, tag, actor))
    if (!deleted) throw new UserError('TAG_NOT_FOUND', { tag, repository: repository.name })
  }
}
