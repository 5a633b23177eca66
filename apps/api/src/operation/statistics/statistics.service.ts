import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import { may, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'

const noTotals = sql`, 'total_project_count', 0, 'total_repo_count', 0, 'total_storage_consumption', 0`

export type Statistic = z.output<typeof rest.statistic>

@Injectable()
export class StatisticsService {
  constructor(private readonly database: Database) {}

  /** Of the projects that the caller sees; totals for whoever may list all of them. */
  async get(subject: Subject): Promise<Statistic> {
    const totals = sql`, 'total_project_count', count(*), 'total_repo_count', coalesce(sum(p.repo_count), 0),
      'total_storage_consumption',
        (select bytes + (select coalesce(sum(bytes), 0) from storage_delta) from storage)`
    const found = await this.database.row<{ statistic: Statistic }>(sql`
      select jsonb_build_object(
        'public_project_count', count(*) filter (where p.public),
        'private_project_count', count(*) filter (where not p.public),
        'public_repo_count', coalesce(sum(p.repo_count) filter (where p.public), 0),
        'private_repo_count', coalesce(sum(p.repo_count) filter (where not p.public), 0)
        ${may(subject, 'project:list', { scope: 'system' }) ? totals : noTotals}) as statistic
      from project p where ${projectsWhere(subject, 'self:read')}`)
    if (!found) throw new Error('An aggregate gives one row.')
    return found.statistic
  }
}
