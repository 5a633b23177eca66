import { jobTypes, rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { byWhole, utc } from '../../listing/list-statement.js'
import type { ListView, ReadCondition } from '../../listing/list-view.js'
import { typeColumn } from './job-type.js'

/** By its jobs, which an index finds. */
const byType: ReadCondition = (condition) => {
  const asked = condition.kind === 'equal' ? [condition.value] : condition.kind === 'one-of' ? condition.values : []
  if (asked.length === 0) return byWhole('job_type', sql`e.job`)(condition)
  const jobs = asked.flatMap((type) => jobTypes.get(type.toUpperCase()) ?? [type])
  return sql`e.job = any (${jobs}::text[])`
}

/** Executions of every job, and tasks. */
export const jobRunView = {
  row: rest.jobRun,
  columns: sql`e.id, ${typeColumn(sql`e.job`)} as job_type, e.job, e.class, e.trigger, e.status, e.parent_id,
    left(coalesce(e.payload->>'repository', e.payload->>'source'), 255) as about, e.subject_kind, e.subject_id,
    e.started_by->>'name' as started_by, e.attempts, e.counts, left(e.error, 2000) as error,
    ${utc(sql`e.created_at`)} as creation_time, ${utc(sql`e.started_at`)} as start_time, ${utc(sql`e.ended_at`)} as end_time`,
  from: sql`job_execution e`,
  fields: { id: { type: 'integer', expression: sql`e.id`, sortable: true } },
  special: { job_type: byType, job: byWhole('job', sql`e.job`), status: byWhole('status', sql`e.status`) },
  defaultSort: '-id',
  key: sql`e.id`,
} satisfies ListView
