import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** What became of a tag, and of what it named. @param graceSeconds for so long what is deleted can come back */
export function historyView(graceSeconds: number) {
  const until = sql`a.deleted_at + make_interval(secs => ${graceSeconds})`
  return {
    row: rest.tagEvent,
    isSmall: true,
    columns: sql`e.id, e.tag, e.action, e.from_digest, e.to_digest, e.actor, ${utc(sql`e.at`)} as at,
      a.id is not null as restorable, ${utc(until)} as expires_at`,
    from: sql`tag_event e left join artifact a on a.repository_id = e.repository_id and a.digest = e.from_digest
      and (a.deleted_at is null or ${until} > now())`,
    fields: {
      id: { type: 'integer', expression: sql`e.id`, sortable: true },
      action: { type: 'text', expression: sql`e.action` },
      from_digest: { type: 'text', expression: sql`e.from_digest` },
      to_digest: { type: 'text', expression: sql`e.to_digest` },
      actor: { type: 'text', expression: sql`e.actor` },
      at: { type: 'time', expression: sql`e.at`, sortable: true },
    },
    defaultSort: '-at',
    key: sql`e.id`,
  } satisfies ListView
}
