import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** Repositories as `Repository`. */
export const repositoryView = {
  row: rest.repository,
  light: { description: '' },
  columns: sql`r.id, r.project_id, r.name, r.description, r.listed_count as artifact_count, r.pull_count,
    ${utc(sql`r.created_at`)} as creation_time, ${utc(sql`r.updated_at`)} as update_time`,
  from: sql`repository r join project p on p.id = r.project_id`,
  fields: {
    id: { type: 'integer', expression: sql`r.id`, sortable: true },
    repository_id: { type: 'integer', expression: sql`r.id`, sortable: true },
    project_id: { type: 'integer', expression: sql`r.project_id`, sortable: true },
    name: { type: 'text', expression: sql`r.name`, sortable: true },
    description: { type: 'text', expression: sql`r.description`, sortable: true },
    artifact_count: { type: 'integer', expression: sql`r.listed_count`, sortable: true },
    pull_count: { type: 'integer', expression: sql`r.pull_count`, sortable: true },
    star_count: { type: 'integer', expression: sql`0` },
    creation_time: { type: 'time', expression: sql`r.created_at`, sortable: true },
    update_time: { type: 'time', expression: sql`r.updated_at`, sortable: true },
  },
  defaultSort: '-creation_time',
  key: sql`r.id`,
} satisfies ListView
