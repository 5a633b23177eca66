import { UserError } from '@berth/contracts'
import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { z } from 'zod'
import { isYes } from '../edge/flag.js'
import { type ListQuery, skippedRows } from './list-query.js'
import { casts, isAfter, orderBy, positionOf, readCursor, readOrder, reversed, type ListOrder } from './list-order.js'
import type { ListField, ListScope, ListView, ReadCondition } from './list-view.js'
import { named } from './named.js'
import { type Condition, parseConditions } from './parse-conditions.js'

const bad = (detail: string) => new UserError('BAD_QUERY', { detail })

/** A moment as the answers show it: UTC, milliseconds, `Z`. */
export const utc = (expression: Sql): Sql =>
  sql`to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Values of this expression as `q` asks for them where only whole ones are compared. */
export function byWhole(name: string, expression: Sql): ReadCondition {
  return (condition) => {
    if (condition.kind === 'equal') return sql`${expression} = ${condition.value}`
    if (condition.kind === 'one-of') return sql`${expression} in (${join(condition.values)})`
    if (condition.kind === 'all-of') return undefined
    throw bad(`"${name}" is compared as a whole: use "=", or {} with some of its values`)
  }
}

/** Digests of this expression as `q` asks for them: whole, or by how they begin. */
export function byDigest(expression: Sql): ReadCondition {
  return (condition) => {
    // Sorted byte by byte, and "g" comes after every digit.
    if (condition.kind === 'contains' && /^sha(256|512):[0-9a-f]*$/.test(condition.value)) {
      return sql`${expression} >= ${condition.value} and ${expression} < ${`${condition.value}g`}`
    }
    if (condition.kind !== 'contains') return byWhole('digest', expression)(condition)
    throw bad('"digest" takes a digest, or ~ and how one begins: ~sha256:0123')
  }
}

/** The `ilike` pattern of whatever has `text` in it. PostgreSQL has no NUL in text, so it is left out. */
export const containing = (text: string): string => `%${text.replaceAll('\0', '').replaceAll(/[\\%_]/g, '\\$&')}%`

/** Rows of which one of several texts has in it what `q` asks for. */
export function anyContaining(name: string, expressions: readonly Sql[]): ReadCondition {
  return (condition) => {
    if (condition.kind !== 'contains') throw bad(`"${name}" takes ~ and a part of what is looked for`)
    const pattern = containing(condition.value)
    return sql`(${join(
      expressions.map((expression) => sql`${expression} ilike ${pattern}`),
      ' or ',
    )})`
  }
}

/** The milliseconds that a time names: a whole day, second or millisecond. */
function spanOf(text: string): number {
  if (text.length === 10) return 86_400_000
  return /\.\d/.test(text) ? 1 : 1_000
}

/** The first moment behind what a time names. PostgreSQL has no name for the one behind the year 9999. */
function endOf(name: string, text: string): string {
  const end = new Date(Date.parse(String(readValue(name, 'time', text))) + spanOf(text))
  return end.getUTCFullYear() > 9999 ? 'infinity' : end.toISOString()
}

const TIME = /^\d{4}-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/

function readValue(name: string, type: ListField['type'], text: string): string | number | boolean {
  switch (type) {
    case 'text':
      return text
    case 'integer': {
      const value = Number(text)
      if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value))
        throw bad(`"${name}" is compared with "${text}", which is no integer`)
      return value
    }
    case 'boolean':
      if (isYes(text)) return true
      if (/^(false|0|no|n|off|f)$/i.test(text)) return false
      throw bad(`"${name}" is compared with "${text}", which is neither true nor false`)
    case 'time': {
      // JavaScript takes the 30th of February for the 2nd of March, and hour 24 for the next day.
      const iso = TIME.test(text) && z.iso.date().safeParse(text.slice(0, 10)).success
      const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text) || text.length === 10 ? text : `${text}Z`
      const value = new Date(zoned)
      // The year that it is in UTC: PostgreSQL has no year 0, and five digits are written in another way.
      const year = value.getUTCFullYear()
      if (!iso || !(year >= 1 && year <= 9999))
        throw bad(`"${name}" is compared with "${text}", which is no time such as 2026-01-02T15:04:05`)
      return value.toISOString()
    }
  }
}

function compare(name: string, field: ListField, condition: Condition): Sql | undefined {
  const { expression, type } = field
  const value = (text: string) => sql`${readValue(name, type, text)}${casts[type]}`
  const isUpTo = (text: string) =>
    type === 'time' ? sql`${expression} < ${endOf(name, text)}${casts.time}` : sql`${expression} <= ${value(text)}`
  switch (condition.kind) {
    case 'equal':
      if (type === 'time' && condition.value.length === 10)
        return sql`${expression} >= ${value(condition.value)} and ${isUpTo(condition.value)}`
      return sql`${expression} = ${value(condition.value)}`
    case 'contains':
      if (type !== 'text') throw bad(`"${name}" is no text: use "=" without "~"`)
      return sql`${expression} ilike ${containing(condition.value)}`
    case 'between':
      return join(
        [
          condition.min === undefined ? undefined : sql`${expression} >= ${value(condition.min)}`,
          condition.max === undefined ? undefined : isUpTo(condition.max),
        ].filter((part) => part !== undefined),
        ' and ',
      )
    case 'one-of':
      return sql`${expression} in (${join(condition.values.map(value))})`
    case 'all-of':
      // A field has one value; only what an artifact has several of is asked for so.
      return undefined
  }
}

/** Undefined where the condition says nothing of these rows. */
function filter({ fields, special = {} }: ListView, condition: Condition): Sql | undefined {
  const read = named(special, condition.field)
  if (read) return read(condition)
  const field = named(fields, condition.field)
  return field && compare(condition.field, field, condition)
}

const whereAll = (conditions: readonly Sql[]) =>
  conditions.length === 0 ? empty : sql`where ${join([...conditions], ' and ')}`

/** Rows of a list without a kept number are counted up to here. */
const COUNTED = 10_000
/** Bytes of a page: whatever was pushed, its rows have to fit in memory. Those behind come light. */
export const PAGE_BYTES = 2 * 1024 * 1024
/** Rows that a filter leaves are gathered, and so counted, up to here. */
export const GATHERED = 2_000

/** What the one statement of a list gives. */
export interface ListResult {
  /** Of all pages. */
  readonly total: number
  /** There are more than `total`, nobody knows how many. */
  readonly is_open: boolean
  readonly rows: readonly unknown[]
  /** Where the last of the rows stands in the order; null where the order has no such thing. */
  readonly position: readonly unknown[] | null
}

/** The row `shown` of `measured`, light where the page has no more room for it. */
const lightBehindPage = ({ light }: ListView) =>
  light
    ? sql`case when bytes <= ${PAGE_BYTES} then shown else (shown::jsonb || ${JSON.stringify(light)}::jsonb)::json end`
    : sql`shown`

const columnsOf = (order: ListOrder) => order.map((_, index) => raw(`s${index}`))
const columnsAs = (order: ListOrder) =>
  join(order.map(({ expression }, index) => sql`${expression} as ${raw(`s${index}`)}`))

/** Counts the rows of a statement up to a number. */
const countUpTo = (most: number, rows: Sql) =>
  sql`select least(count(*), ${most})::int as total, count(*) > ${most} as is_open from (${rows} limit ${most + 1}) few`

/** `limit` rows in this order, behind `offset` others. */
type Cut = (order: ListOrder, limit: Sql, offset: Sql) => Sql

/** Out of an index. */
const cutOf =
  ({ from }: ListView, columns: Sql, where: readonly Sql[]): Cut =>
  (order, limit, offset) =>
    sql`select ${columns} from ${from} ${whereAll(where)} order by ${orderBy(order)} limit ${limit} offset ${offset}`

/** Put together from the first rows of each group: of those alone whose first row comes soon enough. */
const cutOfGroups =
  ({ from }: ListView, columns: Sql, where: readonly Sql[], { of, ids }: NonNullable<ListScope['groups']>): Cut =>
  (order, limit, offset) => {
    const inOrder = orderBy(order, columnsOf(order))
    const rowsOf = (most: Sql) => sql`(
      select ${columns} from ${from} ${whereAll([sql`${of} = one.id`, ...where])} order by ${orderBy(order)} limit ${most})`
    const needed = sql`${limit}::bigint + ${offset}::bigint`
    return sql`
      select rows.* from (
        select one.id from unnest(${ids}::int[]) one (id) cross join lateral ${rowsOf(sql`1`)} first
        order by ${inOrder} limit ${needed}
      ) one cross join lateral ${rowsOf(needed)} rows
      order by ${inOrder} limit ${limit} offset ${offset}`
  }

/** A page forwards from the beginning or from a position, or backwards from the end where that is nearer. */
function walk(view: ListView, query: ListQuery, order: ListOrder, { where, groups }: ListScope): Sql {
  const after = readCursor(query.after, query.sort, order)
  const expressions = order.map(({ expression }) => expression)
  const conditions = after === undefined ? where : [...where, isAfter(order, after, expressions)]
  const columns = columnsAs(order)
  const cut = groups ? cutOfGroups(view, columns, conditions, groups) : cutOf(view, columns, conditions)
  const size = sql`${query.page_size}`
  const skipped = after === undefined ? skippedRows(query) : 0
  const forwards = cut(order, size, sql`${skipped}`)
  if (skipped === 0) return forwards
  const left = sql`((select total from counted) - ${skipped}::bigint)`
  const backwards = cut(reversed(order), sql`greatest(least(${left}, ${size}), 0)`, sql`greatest(${left} - ${size}, 0)`)
  return sql`
    (select * from (${forwards}) page where (select is_open or total >= ${2 * skipped}::bigint from counted))
    union all
    (select * from (${backwards}) page where (select not is_open and total < ${2 * skipped}::bigint from counted))`
}

/** A page out of what was gathered; nothing where that is not all. */
function pick(query: ListQuery, order: ListOrder): Sql {
  const after = readCursor(query.after, query.sort, order)
  const names = columnsOf(order)
  const isAll = sql`not (select is_open from counted)`
  const where = after === undefined ? isAll : sql`${isAll} and ${isAfter(order, after, names)}`
  const skipped = after === undefined ? skippedRows(query) : 0
  return sql`
    select * from gathered where ${where}
    order by ${orderBy(order, names)} limit ${query.page_size} offset ${skipped}`
}

/**
 * The one statement of a list: a {@link ListResult}. What a page costs does not grow with the list: an index gives the rows in their
 * order, and the total is kept. Where the client filters, what fits is gathered and sorted; only where that is much, rows in their order
 * are tried one after the other: a page is full soon then.
 *
 * @throws {UserError} BAD_QUERY
 */
export function listStatement(view: ListView, query: ListQuery, scope: ListScope): Sql {
  const { filters = [], groups, total } = scope
  const where = groups ? [...scope.where, sql`${groups.of} = any (${groups.ids}::int[])`] : scope.where
  const conditions = parseConditions(query.q).map((condition) => filter(view, condition))
  const asked = [...filters, ...conditions.filter((condition) => condition !== undefined)]
  const all = [...where, ...asked]
  const order = readOrder(view, query.sort)
  const names = columnsOf(order)
  const walked = walk(view, query, order, {
    where: groups ? [...scope.where, ...asked] : all,
    ...(groups && { groups }),
  })
  const isGathered = asked.length > 0 || view.isSmall === true
  const most = view.isSmall === true ? COUNTED : GATHERED
  const steps = isGathered
    ? sql`
      gathered as materialized (select ${columnsAs(order)} from ${view.from} ${whereAll(all)} limit ${most + 1}),
      counted as materialized (${countUpTo(most, sql`select from gathered`)}),
      page as materialized (
        (${pick(query, order)})
        union all
        (select * from (${walked}) walked where (select is_open from counted))
      )`
    : sql`
      counted as materialized (${
        total
          ? sql`select ${total}::int as total, false as is_open`
          : countUpTo(COUNTED, sql`select from ${view.from} ${whereAll(where)}`)
      }),
      page as materialized (${walked})`
  const key = sql`picked.${names.at(-1) ?? empty}`
  const time = names[order.findIndex(({ expression }) => expression === view.keyTime)]
  const isRow = [sql`${view.key} = ${key}`, ...(view.keyTime && time ? [sql`${view.keyTime} = picked.${time}`] : [])]
  // Each row by itself: joined, PostgreSQL may read every part of the table for a page.
  const oneRow = view.keyTime ? sql`limit 1` : empty
  // First which rows, then their columns: the rows of the pages before cost a key each, not all that a page shows.
  return sql`
    with ${steps},
    picked as materialized (select page.*, row_number() over (order by ${orderBy(order, names)}) as place from page),
    made as materialized (
      select picked.place, to_json(shown) as shown from picked
      cross join lateral (
        select ${view.columns} from ${view.fromKey?.(key) ?? view.from} ${view.details ?? empty} ${whereAll(isRow)} ${oneRow}
      ) shown
    ),
    measured as (select place, shown, sum(octet_length(shown::text)) over (order by place) as bytes from made)
    select total, is_open,
      (select ${positionOf(order, names)} from picked order by place desc limit 1) as position,
      coalesce((select json_agg(${lightBehindPage(view)} order by place) from measured), '[]') as rows
    from counted`
}

/** The first row of a view that meets the conditions, as JSON `row`. */
export function rowStatement(view: ListView, conditions: readonly Sql[]): Sql {
  return sql`select to_json(found) as row from (
    select ${view.columns} from ${view.from} ${view.details ?? empty} ${whereAll(conditions)} limit 1) found`
}
