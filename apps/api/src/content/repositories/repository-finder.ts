import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import sql from 'sql-template-tag'
import { z } from 'zod'
import type { ProjectContext } from '../../access/caller.js'
import { Database } from '../../database/database.js'

function decodeAgain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A repository's name in a path, without its project. Slashes come encoded twice (`%252F`): the router decodes once. */
export const repositoryParameter = z.string().max(1024).transform(decodeAgain)

export interface FoundRepository {
  readonly id: number
  /** Full name, the project included. */
  readonly name: RepositoryName
}

@Injectable()
export class RepositoryFinder {
  constructor(private readonly database: Database) {}

  /** @throws {UserError} REPOSITORY_NOT_FOUND */
  async find(project: ProjectContext, name: string): Promise<FoundRepository> {
    const full = `${project.name}/${name}`
    if (isRepositoryName(full)) {
      const row = await this.database.row<{ id: string }>(sql`select id from repository where name = ${full}`)
      if (row) return { id: Number(row.id), name: full }
    }
    throw new UserError('REPOSITORY_NOT_FOUND', { repository: full })
  }
}
