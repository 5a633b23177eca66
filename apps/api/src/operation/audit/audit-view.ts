import { UserError } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
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

/** Compared as a whole, or by a part of it: an index of trigrams finds both. */
const byPart =
  (name: string, expression: Sql): ReadCondition =>
  (condition) =>
    condition.kind === 'contains'
      ? sql`${expression} ilike ${containing(condition.value)}`
      : byWhole(name, expression)(condition)

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
    username: { type: 'text', expression: sql`e.actor_name` },
    project_id: { type: 'integer', expression: sql`e.project_id` },
  },
  special: {
    operation: byWhole('operation', sql`e.operation`),
    resource_type: byWhole('resource_type', sql`e.resource_type`),
    resource: byPart('resource', sql`e.resource`),
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
