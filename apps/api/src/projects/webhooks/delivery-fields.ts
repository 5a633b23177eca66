import { WEBHOOK_DELIVERY } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import { byWhole, utc } from '../../listing/list-statement.js'
import type { Condition } from '../../listing/parse-conditions.js'

/** A delivery's status in Harbor's words. */
export const status = sql`initcap(e.status)`

/** What deliveries of a webhook are found by: an index has them in the order of their ids. */
export const ofWebhook = (id: number): Sql =>
  sql`e.job = ${WEBHOOK_DELIVERY.job} and e.subject_kind = 'webhook' and e.subject_id = ${id}`

/** Harbor's words in ours, by which an index finds deliveries. */
const inOurs = (condition: Condition): Condition => {
  if (condition.kind === 'equal') return { ...condition, value: condition.value.toLowerCase() }
  if (condition.kind !== 'one-of') return condition
  return { ...condition, values: condition.values.map((value) => value.toLowerCase()) }
}

export const createdAt = utc(sql`e.created_at`)
export const updatedAt = utc(sql`coalesce(e.ended_at, e.started_at, e.created_at)`)

/** What every list of deliveries is asked for and sorted by. */
export const deliveryList = {
  from: sql`job_execution e`,
  fields: { id: { type: 'integer', expression: sql`e.id`, sortable: true } },
  special: {
    status: (condition: Condition) => byWhole('status', sql`e.status`)(inOurs(condition)),
    event_type: byWhole('event_type', sql`e.payload->'message'->>'type'`),
  },
  defaultSort: '-id',
  key: sql`e.id`,
} as const
