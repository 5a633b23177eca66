import { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import { utc } from '../../listing/list-statement.js'
import type { ListView } from '../../listing/list-view.js'

/** What became of a tag, and of what it named. @param graceSeconds for so long what is deleted can come back */
export function historyView(graceSeconds: number) {
  return {
    row: rest.tagEvent,
    isSmall: true,
    columns: sql`e.id, e.tag, e.action, e.from_digest, e.to_digest, e.actor, ${utc(sql`e.at`)} as at,
      e.from_digest is not null and exists (
        select from artifact a where a.repository_id = e.repository_id and a.digest = e.from_digest
          and (a.deleted_at is null or a.deleted_at > now() - make_interval(secs => ${graceSeconds}))) as restorable`,
    from: sql`tag_event e`,
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
