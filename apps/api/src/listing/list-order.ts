import { isStorable, UserError } from '@berth/contracts'
import sql, { empty, join, type Sql } from 'sql-template-tag'
import { z } from 'zod'
import type { ListField, ListView } from './list-view.js'
import { named } from './named.js'

interface SortKey {
  readonly type: ListField['type']
  readonly expression: Sql
  readonly isDescending: boolean
  readonly isNullable: boolean
  /** Rows without a value come last, or where the order is turned round first. */
  readonly nullsFirst?: boolean
}

/** What a list is sorted by; the last one is the key of the view, in the direction of the one before. One index serves both directions then. */
export type ListOrder = readonly SortKey[]

const fieldOf = (written: string) => written.replace(/^[-+]/, '')

/**
 * Those of the fields that the list can be sorted by, each as it is named first: a page's position has a value of each, and PostgreSQL takes no
 * more than a hundred.
 */
function keysOf(view: ListView, sort: string): SortKey[] {
  const keys = new Map<ListField, SortKey>()
  for (const written of sort.split(',').map((name) => name.trim())) {
    const field = named(view.fields, fieldOf(written))
    if (!field?.sortable) refuseOrder(view, fieldOf(written))
    if (!field?.sortable || keys.has(field)) continue
    const expression = field.order ?? field.expression
    const isDescending = written.startsWith('-')
    keys.set(field, { type: field.type, expression, isDescending, isNullable: field.nullable === true })
  }
  return [...keys.values()]
}

/**
 * A list that is sorted by its time alone says so where a client asks for another of its fields: in an order that nobody asked for, the
 * first page would be taken for what it is not.
 * @throws {UserError} BAD_QUERY
 */
function refuseOrder({ fields, special = {}, keyTime, defaultSort }: ListView, name: string): void {
  if (!keyTime || !(named(fields, name) ?? named(special, name))) return
  const detail = `this list is sorted by ${fieldOf(defaultSort)} alone, and not by "${name}"`
  throw new UserError('BAD_QUERY', { detail })
}

/** What the client asks for; the order of the view where it asks for nothing that there is. */
export function readOrder(view: ListView, sort: string): ListOrder {
  const asked = keysOf(view, sort)
  const keys = asked.length === 0 ? keysOf(view, view.defaultSort) : asked
  const isDescending = keys.at(-1)?.isDescending === true
  return [...keys, { type: 'integer', expression: view.key, isDescending, isNullable: false }]
}

/** `order by`, of the expressions or of what stands for them. */
export function orderBy(
  order: ListOrder,
  expressions: readonly Sql[] = order.map(({ expression }) => expression),
): Sql {
  const parts = order.map(({ isDescending, isNullable, nullsFirst = false }, index) => {
    const nulls = isNullable ? (nullsFirst ? sql` nulls first` : sql` nulls last`) : empty
    return sql`${expressions[index] ?? empty}${isDescending ? sql` desc` : empty}${nulls}`
  })
  return join(parts)
}

/** The same order from its end. */
export const reversed = (order: ListOrder): ListOrder =>
  order.map((key) => ({ ...key, isDescending: !key.isDescending, nullsFirst: key.nullsFirst !== true }))

/** A row comparison serves one direction, and no row without a value: other orders are followed by number alone. */
const isFollowed = (order: ListOrder) =>
  order.every(({ isDescending, isNullable }) => !isNullable && isDescending === order[0]?.isDescending)

/** The values of a row that the order is by, as JSON; null where the order is followed by number alone. */
export function positionOf(order: ListOrder, expressions: readonly Sql[]): Sql {
  return isFollowed(order) ? sql`json_build_array(${join(expressions)})` : sql`null::json`
}

/** Condition for what comes after a position. */
export function isAfter(order: ListOrder, position: readonly unknown[], expressions: readonly Sql[]): Sql {
  const values = order.map(({ type }, index) => sql`${position[index]}${casts[type]}`)
  const than = order[0]?.isDescending ? sql`<` : sql`>`
  return sql`(${join(expressions)}) ${than} (${join(values)})`
}

export const casts = { text: sql`::text`, integer: sql`::bigint`, boolean: sql`::boolean`, time: sql`::timestamptz` }

const values = {
  text: z.string().refine(isStorable),
  integer: z.int(),
  boolean: z.boolean(),
  // PostgreSQL has no year 0, and no offset of more than 15 hours.
  time: z.iso.datetime({ offset: true }).regex(/^(?!0000).*[+-](0\d|1[0-5]):\d\d$/),
}

const written = z.tuple([z.string()], z.unknown())

/** A position as text that only this module reads. `sort` is what the client asked for. */
export function writeCursor(sort: string, position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([sort, ...position])).toString('base64url')
}

/**
 * The position that a cursor holds, or undefined without one.
 * @throws {UserError} BAD_QUERY where it is not one of this order
 */
export function readCursor(cursor: string, sort: string, order: ListOrder): readonly unknown[] | undefined {
  if (cursor === '') return undefined
  try {
    const [ofSort, ...position] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    const isOurs = ofSort === sort && isFollowed(order) && position.length === order.length
    if (isOurs) return order.map(({ type }, index) => values[type].parse(position[index]))
  } catch {
    // Said below.
  }
  throw new UserError('BAD_QUERY', { detail: '"after" is not what a list of this order gave in its Link header' })
}
