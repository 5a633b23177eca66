import { UserError } from '@berth/contracts'
import sql, { empty, join, type Sql } from 'sql-template-tag'
import type { ListQuery } from './list-query.js'
import type { ListField, ListView } from './list-view.js'
import { type Condition, parseConditions } from './parse-conditions.js'

const bad = (detail: string) => new UserError('BAD_QUERY', { detail })

/** A moment as the answers show it: UTC, milliseconds, `Z`. */
export const utc = (expression: Sql): Sql =>
  sql`to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The `ilike` pattern of whatever has `text` in it. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

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
      if (text === 'true' || text === '1') return true
      if (text === 'false' || text === '0') return false
      throw bad(`"${name}" is compared with "${text}", which is neither true nor false`)
    case 'time': {
      const iso = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(text)
      const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text) || text.length === 10 ? text : `${text}Z`
      const value = new Date(zoned)
      if (!iso || Number.isNaN(value.getTime()))
        throw bad(`"${name}" is compared with "${text}", which is no time such as 2026-01-02T15:04:05`)
      return value.toISOString()
    }
  }
}

const casts = { text: sql`::text`, integer: sql`::bigint`, boolean: sql`::boolean`, time: sql`::timestamptz` }

function compare(name: string, field: ListField, condition: Condition): Sql {
  const { expression, type } = field
  const value = (text: string) => sql`${readValue(name, type, text)}${casts[type]}`
  switch (condition.kind) {
    case 'equal':
      return sql`${expression} = ${value(condition.value)}`
    case 'contains':
      if (type !== 'text') throw bad(`"${name}" is no text: use "=" without "~"`)
      return sql`${expression} ilike ${containing(condition.value)}`
    case 'between':
      return join(
        [
          condition.min === undefined ? undefined : sql`${expression} >= ${value(condition.min)}`,
          condition.max === undefined ? undefined : sql`${expression} <= ${value(condition.max)}`,
        ].filter((part) => part !== undefined),
        ' and ',
      )
    case 'one-of':
      return sql`${expression} in (${join(condition.values.map(value))})`
    case 'all-of':
      return sql`(${join(
        condition.values.map((text) => sql`${expression} = ${value(text)}`),
        ' and ',
      )})`
  }
}

function filter(view: ListView, condition: Condition): Sql {
  const special =
    view.special && Object.hasOwn(view.special, condition.field) ? view.special[condition.field] : undefined
  if (special) return special(condition)
  const field = Object.hasOwn(view.fields, condition.field) ? view.fields[condition.field] : undefined
  if (field) return compare(condition.field, field, condition)
  const known = [...Object.keys(view.fields), ...Object.keys(view.special ?? {})].sort()
  throw bad(`there is no "${condition.field}"; possible: ${known.join(', ')}`)
}

function order(view: ListView, sort: string): Sql {
  const keys = (sort.trim() === '' ? view.defaultSort : sort).split(',').map((key) => key.trim())
  const parts = keys.map((key) => {
    const descending = key.startsWith('-')
    const name = key.replace(/^[-+]/, '')
    const field = Object.hasOwn(view.fields, name) ? view.fields[name] : undefined
    if (!field?.sortable) {
      const fields = Object.keys(view.fields).filter((candidate) => view.fields[candidate]?.sortable)
      throw new UserError('BAD_SORT', { field: name, fields: fields.join(', ') })
    }
    const nulls = descending && field.nullable ? sql` nulls last` : empty
    return sql`${field.order ?? field.expression}${descending ? sql` desc` : empty}${nulls}`
  })
  return join([...parts, view.key])
}

const whereAll = (conditions: readonly Sql[]) =>
  conditions.length === 0 ? empty : sql`where ${join([...conditions], ' and ')}`

/**
 * The one statement of a list: `total` of all pages and the `rows` of one, as JSON.
 *
 * @param conditions what holds for every row of this list, whatever the client asks
 * @param keptTotal  a counter that is right when the client filters nothing, instead of counting
 * @throws {UserError} BAD_QUERY, BAD_SORT
 */
export function listStatement(view: ListView, query: ListQuery, conditions: readonly Sql[], keptTotal?: Sql): Sql {
  const asked = parseConditions(query.q).map((condition) => filter(view, condition))
  const where = whereAll([...conditions, ...asked])
  const total = keptTotal && asked.length === 0 ? keptTotal : sql`(select count(*) from ${view.from} ${where})`
  // First which rows, then their columns: the rows of the pages before cost a key each, not all that a page shows.
  return sql`
    with picked as materialized (
      select key, row_number() over () as place from (
        select ${view.key} as key from ${view.from} ${where}
        order by ${order(view, query.sort)}
        limit ${query.page_size} offset ${(query.page - 1) * query.page_size}
      ) keys
    )
    select ${total}::int as total, coalesce((
      select json_agg(page order by picked.place) from picked
      cross join lateral (select ${view.columns} from ${view.from} where ${view.key} = picked.key) page
    ), '[]') as rows`
}

/** The first row of a view that meets the conditions, as JSON `row`. */
export function rowStatement(view: ListView, conditions: readonly Sql[]): Sql {
  return sql`select to_json(found) as row from (
    select ${view.columns} from ${view.from} ${whereAll(conditions)} limit 1) found`
}
