import sql, { type Sql } from 'sql-template-tag'
import { z } from 'zod'
import { listQuery } from './list-query.js'
import { byDigest, byWhole, listStatement } from './list-statement.js'
import type { ListView } from './list-view.js'

/** A view with a field of each type. */
export const view: ListView = {
  row: z.object({ id: z.int(), name: z.string() }),
  columns: sql`t.id, t.name, o.name as owner`,
  from: sql`thing t`,
  details: sql`join owner o on o.id = t.owner`,
  fields: {
    id: { type: 'integer', expression: sql`t.id`, sortable: true },
    name: { type: 'text', expression: sql`t.name`, order: sql`t.sort_key`, sortable: true },
    open: { type: 'boolean', expression: sql`t.open` },
    at: { type: 'time', expression: sql`t.at`, sortable: true, nullable: true },
  },
  special: { colour: () => sql`t.red`, kind: byWhole('kind', sql`t.kind`), digest: byDigest(sql`t.digest`) },
  defaultSort: 'name',
  key: sql`t.id`,
}

/** What is asked of one owner. */
export const statement = (asked: object, total?: Sql) =>
  listStatement(view, listQuery.parse(asked), { where: [sql`t.owner = ${7}`], ...(total && { total }) })
/** The same as text on one line. */
export const text = (asked: object) => statement(asked).text.replaceAll(/\s+/g, ' ')
