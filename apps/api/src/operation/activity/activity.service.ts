import { Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import { may, type Subject } from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext } from '../../access/context.js'
import { projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import { utc } from '../../listing/list-statement.js'

export type Activity = z.output<typeof rest.activity>
export type Overview = z.output<typeof rest.overview>

const DAYS = 30
/** Projects and repositories of an overview. */
const SHOWN = 6

/** Every day up to today, those without anything as well. @param where condition on `project p` */
const daysOf = (where: Sql) => sql`(
  select json_agg(json_build_object('day', d.day::date::text, 'pushes', coalesce(a.pushes, 0), 'pulls', coalesce(a.pulls, 0))
    order by d.day)
  from generate_series((now() at time zone 'UTC')::date - ${DAYS - 1}::int, (now() at time zone 'UTC')::date, '1 day') d (day)
  left join (
    select c.day, sum(c.pushes)::bigint as pushes, sum(c.pulls)::bigint as pulls
    from daily_activity c join project p on p.id = c.project_id
    where c.day > (now() at time zone 'UTC')::date - ${DAYS}::int and ${where} group by c.day
  ) a on a.day = d.day::date)`

/** What happened in projects, and where the caller's own work is. */
@Injectable()
export class ActivityService {
  constructor(private readonly database: Database) {}

  async ofProject({ id }: ProjectContext): Promise<Activity> {
    const row = await this.database.row<{ days: Activity }>(sql`select ${daysOf(sql`p.id = ${id}`)} as days`)
    return row?.days ?? []
  }

  async overview(subject: Subject): Promise<Overview> {
    const mine = sql`exists (select from project_grant g where g.project_id = p.id and g.subject_kind = ${subject.kind}
      and g.subject_id = ${subject.id})`
    const seen = projectsWhere(subject, 'repository:list')
    const quota = projectsWhere(subject, 'quota:read')
    const all = may(subject, 'project:list', { scope: 'system' })
    const found = await this.database.row<{ overview: Overview }>(sql`
      with own as (
        select p.id, p.name, p.public, p.repo_count,
          coalesce((select max(r.updated_at) from repository r where r.project_id = p.id), p.created_at) as changed_at,
          case when ${quota} then q.hard_bytes end as hard,
          case when ${quota} then greatest(0, q.used_bytes + coalesce(
            (select sum(d.bytes) from quota_delta d where d.project_id = p.id), 0)) end as used
        from project p left join quota q on q.project_id = p.id where ${mine} and ${projectsWhere(subject, 'self:read')}
      )
      select json_build_object(
        'project_count', (select count(*) from own),
        'storage', (select json_build_object('used', coalesce(sum(used), 0), 'hard', coalesce(sum(hard) filter (where hard >= 0), 0),
          'unlimited', count(*) filter (where hard < 0)) from own),
        'projects', (select coalesce(json_agg(json_build_object('name', name, 'public', public, 'repo_count', repo_count,
            'used', used, 'hard', hard, 'update_time', ${utc(sql`changed_at`)}) order by changed_at desc, id desc), '[]')
          from (select * from own order by changed_at desc, id desc limit ${SHOWN}) o),
        'repositories', (select coalesce(json_agg(json_build_object('name', name, 'project_name', project_name,
            'artifact_count', artifact_count, 'pull_count', pull_count, 'update_time', ${utc(sql`updated_at`)})
            order by updated_at desc, id desc), '[]')
          from (select r.id, r.name, p.name as project_name, r.listed_count as artifact_count, r.pull_count, r.updated_at
            from repository r join project p on p.id = r.project_id where ${all ? seen : sql`${mine} and ${seen}`}
            order by r.updated_at desc, r.id desc limit ${SHOWN}) n),
        'activity', ${daysOf(all ? sql`true` : sql`${mine} and ${seen}`)}
      ) as overview`)
    if (!found) throw new Error('An aggregate gives one row.')
    return found.overview
  }
}
