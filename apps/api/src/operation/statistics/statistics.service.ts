import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import { may, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'

const noTotals = sql`, 'total_project_count', 0, 'total_repo_count', 0, 'total_storage_consumption', 0`

export type Statistic = z.output<typeof rest.statistic>
export type StatisticTops = z.output<typeof rest.statisticTops>

/** Of each kind, and days that pushes are counted of. */
const [SHOWN, DAYS] = [10, 30]

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

  /**
   * Of the whole platform, from what quotas, pushes and the job `count-usage` have written down: no blob is counted for it. Whoever may list
   * quotas knows all projects by them, but not what their repositories are called.
   */
  async tops(subject: Subject): Promise<StatisticTops> {
    const found = await this.database.row<{ tops: StatisticTops }>(sql`
      select json_build_object(
        'waiting_size', (select waiting_bytes from storage),
        'largest_projects', (select coalesce(json_agg(json_build_object('name', name, 'size', bytes)), '[]') from (
          select p.name, greatest(0, q.used_bytes + coalesce(d.bytes, 0)) as bytes
          from project p join quota q on q.project_id = p.id
          left join (select project_id, sum(bytes) as bytes from quota_delta group by project_id) d on d.project_id = p.id
          order by bytes desc, p.name limit ${SHOWN}) largest),
        'largest_repositories', (select coalesce(json_agg(json_build_object('name', name, 'size', bytes)), '[]') from (
          select r.name, u.bytes from repository_usage u join repository r on r.id = u.repository_id join project p on p.id = r.project_id
          where ${projectsWhere(subject, 'repository:list')} order by u.bytes desc, u.repository_id limit ${SHOWN}) largest),
        'most_pushed_projects', (select coalesce(json_agg(json_build_object('name', name, 'pushes', pushes)), '[]') from (
          select p.name, sum(a.pushes)::bigint as pushes
          from daily_activity a join project p on p.id = a.project_id
          where a.day > (now() at time zone 'UTC')::date - ${DAYS}::int
          group by p.id having sum(a.pushes) > 0 order by pushes desc, p.name limit ${SHOWN}) pushed)
      ) as tops`)
    if (!found) throw new Error('An aggregate gives one row.')
    return found.tops
  }
}
