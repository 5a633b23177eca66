import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'
import { typeColumn } from './job-type.js'

/** What is made of a row beside its columns. */
const row = rest.scheduleTask.omit({ next_runs: true })

/** Schedules that are on. There are as many as policies, each of a project. */
export const scheduleTaskView = {
  row,
  columns: sql`s.id, ${typeColumn(sql`s.job`)} as vendor_type, s.subject_id as vendor_id, coalesce(r.name, c.name, p.name) as vendor_name, s.cron,
    ${utc(sql`s.updated_at`)} as update_time, ${utc(sql`s.last_run_at`)} as last_run`,
  from: sql`schedule s`,
  details: sql`
    left join retention_policy rp on s.subject_kind = 'retention' and rp.id = s.subject_id
    left join project r on r.id = rp.project_id
    left join replication_policy c on s.subject_kind = 'replication' and c.id = s.subject_id
    left join project p on s.subject_kind = 'project' and p.id = s.subject_id`,
  isSmall: true,
  fields: {
    id: { type: 'integer', expression: sql`s.id`, sortable: true },
    vendor_type: { type: 'text', expression: typeColumn(sql`s.job`), sortable: true },
    update_time: { type: 'time', expression: sql`s.updated_at`, sortable: true },
  },
  defaultSort: 'vendor_type',
  key: sql`s.id`,
} satisfies ListView
