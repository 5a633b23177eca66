import { UserError } from '@berth/contracts'
import sql, { join, type Sql } from 'sql-template-tag'
import { z } from 'zod'
import { bounded } from '../../listing/bounded.js'
import { byWhole, containing, utc } from '../../listing/list-statement.js'
import type { ListView, ReadCondition } from '../../listing/list-view.js'

/** An event as it is stored. What an entry of the audit log says is made of it. */
const auditRow = z.object({
  id: z.int(),
  op_time: z.iso.datetime(),
  type: z.string(),
  actor_kind: z.string(),
  actor_id: z.int().nullable(),
  actor_name: z.string(),
  resource: z.string(),
  resource_type: z.string(),
  operation: z.string(),
  succeeded: z.boolean(),
  address: z.string().nullable(),
  request_id: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditRow = z.output<typeof auditRow>

/** A part of a text is found by its trigrams: a shorter one has none, and every entry would have to be read. */
const SHORTEST_PART = 3

/** Compared as a whole by `whole`, or by a part of it, which an index of trigrams finds. */
const byPart =
  (name: string, expression: Sql, whole: ReadCondition): ReadCondition =>
  (condition) => {
    if (condition.kind !== 'contains') return whole(condition)
    const length = condition.value.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (length >= SHORTEST_PART) return sql`${expression} ilike ${containing(condition.value)}`
    const detail = `"${name}" is searched by a part of at least ${SHORTEST_PART} letters or digits: give more of it, or all of it with "="`
    throw new UserError('BAD_QUERY', { detail })
  }

/** A whole name by its hash. With nothing added to it, the trigrams of the name would be looked for as well, which takes far longer. */
const byResource: ReadCondition = (condition) => {
  const whole = byWhole('resource', sql`e.resource || ''`)(condition)
  const values = condition.kind === 'equal' ? [condition.value] : condition.kind === 'one-of' ? condition.values : []
  if (!whole || values.length === 0) return whole
  const hashes = values.map((value) => sql`hashtextextended(${value}::text, 0)`)
  return sql`(hashtextextended(e.resource, 0) in (${join(hashes)}) and ${whole})`
}

const refused =
  (name: string): ReadCondition =>
  () => {
    throw new UserError('BAD_QUERY', { detail: `"${name}" is nothing that this list is searched by` })
  }

const at = sql`e.at`
const failed = sql`not e.succeeded`

/** Entries of the audit log: events that are kept there. */
export const auditView = {
  row: auditRow,
  light: { payload: null },
  columns: sql`e.id, ${utc(at)} as op_time, e.type, e.actor_kind, e.actor_id, e.actor_name, e.resource, e.resource_type,
    e.operation, e.succeeded, e.address, e.request_id,
    ${bounded(sql`e.payload`)} || jsonb_strip_nulls(jsonb_build_object(
      'project_id', e.project_id, 'repository_id', e.repository_id, 'repository', e.repository)) as payload`,
  from: sql`event e`,
  fields: {
    op_time: { type: 'time', expression: at, sortable: true },
    project_id: { type: 'integer', expression: sql`e.project_id` },
  },
  special: {
    operation: byWhole('operation', sql`e.operation`),
    resource_type: byWhole('resource_type', sql`e.resource_type`),
    username: byPart('username', sql`e.actor_name`, byWhole('username', sql`e.actor_name`)),
    resource: byPart('resource', sql`e.resource`, byResource),
    operation_result: byResult,
    id: refused('id'),
    operation_description: refused('operation_description'),
  },
  defaultSort: '-op_time',
  key: sql`e.id`,
  keyTime: at,
} satisfies ListView

/** What failed is found by an index. What did not is nearly every entry, and needs none. */
function byResult(condition: Parameters<ReadCondition>[0]): Sql {
  const value = condition.kind === 'equal' ? condition.value.toLowerCase() : ''
  if (['true', '1'].includes(value)) return sql`e.succeeded`
  if (['false', '0'].includes(value)) return failed
  throw new UserError('BAD_QUERY', { detail: '"operation_result" is true or false' })
}
