import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { type Digest, isDigest, isTag } from '@berth/oci'
import sql, { type Sql } from 'sql-template-tag'
import type { ProjectContext } from '../../access/caller.js'
import { Database } from '../../database/database.js'
import { type FoundRepository, RepositoryFinder } from '../repositories/repository-finder.js'

export interface FoundArtifact {
  readonly id: number
  readonly digest: Digest
  readonly repository: FoundRepository
}

@Injectable()
export class ArtifactFinder {
  constructor(
    private readonly database: Database,
    private readonly repositories: RepositoryFinder,
  ) {}

  /**
   * By tag or digest.
   * @throws {UserError} REPOSITORY_NOT_FOUND, ARTIFACT_NOT_FOUND
   */
  async find(project: ProjectContext, repositoryName: string, reference: string): Promise<FoundArtifact> {
    const repository = await this.repositories.find(project, repositoryName)
    const which = this.which(repository, reference)
    const row =
      which &&
      (await this.database.row<{ id: string; digest: Digest }>(sql`
        select a.id, a.digest from artifact a
        where a.repository_id = ${repository.id} and a.deleted_at is null and ${which}`))
    if (!row) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
    return { id: Number(row.id), digest: row.digest, repository }
  }

  private which(repository: FoundRepository, reference: string): Sql | undefined {
    if (isDigest(reference)) return sql`a.digest = ${reference}`
    if (!isTag(reference)) return undefined
    return sql`a.id = (select artifact_id from tag where repository_id = ${repository.id} and name = ${reference})`
  }
}
