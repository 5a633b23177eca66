import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { byWhole, utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** What a run said of artifacts: which go, which stay, and why. */
export const retentionVerdictView = {
  row: rest.retentionVerdict,
  columns: sql`v.id, v.repository, v.digest, v.tags, v.tag_count, v.size, ${utc(sql`v.pushed_at`)} as push_time,
    ${utc(sql`v.pulled_at`)} as pull_time, v.outcome, v.kept_by, v.because, v.detail`,
  from: sql`retention_verdict v`,
  fields: { id: { type: 'integer', expression: sql`v.id`, sortable: true } },
  special: {
    outcome: byWhole('outcome', sql`v.outcome`),
    repository: byWhole('repository', sql`v.repository`),
  },
  defaultSort: 'id',
  key: sql`v.id`,
} satisfies ListView
