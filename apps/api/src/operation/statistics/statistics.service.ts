import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { SignedInUser } from '../../access/caller.js'
import { Database } from '../../database/database.js'
import { visibleProjects } from '../../projects/projects/project-view.js'

export type Statistic = z.output<typeof rest.statistic>

@Injectable()
export class StatisticsService {
  constructor(private readonly database: Database) {}

  /** Of the projects that the user sees; totals for system administrators. */
  async get(user: SignedInUser): Promise<Statistic> {
    const total = sql`, 'total_project_count', count(*), 'total_repo_count', coalesce(sum(p.repo_count), 0),
      'total_storage_consumption', 
        (select bytes + (select coalesce(sum(bytes), 0) from storage_delta) from storage)`
    const found = await this.database.row<{ statistic: Statistic }>(sql`
      select jsonb_build_object(
        'public_project_count', count(*) filter (where p.public),
        'private_project_count', count(*) filter (where not p.public),
        'public_repo_count', coalesce(sum(p.repo_count) filter (where p.public), 0),
        'private_repo_count', coalesce(sum(p.repo_count) filter (where not p.public), 0)
        ${user.sysadmin ? total : sql``}) as statistic
      from project p where ${visibleProjects(user)}`)
    if (!found) throw new Error('An aggregate gives one row.')
    return found.statistic
  }
}
