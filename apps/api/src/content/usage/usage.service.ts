import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import { findUsage, type ProjectUsage as FoundUsage } from '@berth/metadata'
import { may, type Subject } from '@berth/rbac'
import type { z } from 'zod'
import type { ProjectContext, RepositoryContext } from '../../access/context.js'
import { Database } from '../../database/database.js'

export type ProjectUsage = z.output<typeof rest.projectUsage>
export type RepositoryUsage = z.output<typeof rest.repositoryUsage>

/** Repositories of a project that are told of. */
const LARGEST = 10

const sizes = ({ size, ownSize, waitingSize }: FoundUsage['repositories'][number]) => ({
  size,
  own_size: ownSize,
  shared_size: size - ownSize,
  waiting_size: waitingSize,
})

/** What is held, and what nobody else holds. */
@Injectable()
export class UsageService {
  constructor(private readonly database: Database) {}

  /** Whether other projects have the same is told to whoever may look into all of them: others could ask by it who has a file. */
  async ofProject({ id, public: isPublic }: ProjectContext, subject: Subject): Promise<ProjectUsage> {
    const found = await findUsage(this.database, id, { largest: LARGEST })
    if (!found) return null
    const seesAll = may(subject, 'quota:list', { scope: 'system' })
    const seesNames = may(subject, 'repository:list', { scope: 'project', project: id, public: isPublic })
    return {
      size: found.size,
      shared_size: found.sharedSize,
      waiting_size: found.waitingSize,
      ...(seesAll && { own_size: found.ownSize }),
      counted_at: found.countedAt.toISOString(),
      repositories: seesNames ? found.repositories.map((one) => ({ name: one.name, ...sizes(one) })) : [],
    }
  }

  async ofRepository({ id, project }: RepositoryContext): Promise<RepositoryUsage> {
    const found = await findUsage(this.database, project.id, { repositoryId: id })
    const repository = found?.repositories[0]
    return found && repository ? { ...sizes(repository), counted_at: found.countedAt.toISOString() } : null
  }
}
