import { type JobName, jobTypeOf, rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

const status = sql`initcap(e.status)`
const trigger = sql`upper(e.trigger)`
const updated = sql`coalesce(e.ended_at, e.started_at, e.created_at)`

/** Executions of one job, in the shape that Harbor's histories share. */
export const executionView = (job: JobName) =>
  ({
    row: rest.execution,
    light: { job_parameters: '{}' },
    columns: sql`e.id, ${jobTypeOf(job)}::text as job_name, ${trigger} as job_kind,
    (e.payload || coalesce(e.result, e.progress, '{}'))::text as job_parameters,
    json_build_object('type', initcap(e.trigger)) as schedule, ${status} as job_status, false as deleted,
    ${utc(sql`e.created_at`)} as creation_time, ${utc(updated)} as update_time`,
    from: sql`job_execution e`,
    fields: {
      id: { type: 'integer', expression: sql`e.id`, sortable: true },
      job_kind: { type: 'text', expression: trigger, sortable: true },
      trigger: { type: 'text', expression: trigger, sortable: true },
      job_status: { type: 'text', expression: status, sortable: true },
      status: { type: 'text', expression: status, sortable: true },
      creation_time: { type: 'time', expression: sql`e.created_at`, sortable: true },
      start_time: { type: 'time', expression: sql`e.created_at`, sortable: true },
      end_time: { type: 'time', expression: sql`e.ended_at`, sortable: true, nullable: true },
      vendor_type: { type: 'text', expression: sql`${jobTypeOf(job)}::text` },
      update_time: { type: 'time', expression: updated, sortable: true },
    },
    defaultSort: '-id',
    key: sql`e.id`,
  }) satisfies ListView
