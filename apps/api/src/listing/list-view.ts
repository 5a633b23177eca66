import type { Sql } from 'sql-template-tag'
import type { z } from 'zod'
import type { Condition } from './parse-conditions.js'

/** A field that `q` and `sort` may name. */
export interface ListField {
  readonly type: 'text' | 'integer' | 'time' | 'boolean'
  /** The expression that is compared. */
  readonly expression: Sql
  /** What it is sorted by, where that is another one of the same type. */
  readonly order?: Sql
  readonly sortable?: boolean
  /** Descending order puts rows without a value last, as ascending order does. */
  readonly nullable?: boolean
}

/** What a condition comes to; undefined where it says nothing of these rows. @throws {UserError} BAD_QUERY where it cannot be asked */
export type ReadCondition = (condition: Condition) => Sql | undefined

/** What one kind of row looks like to a client, and where it comes from. Made by code alone, never from input. */
export interface ListView<Row extends z.ZodType = z.ZodType> {
  /** What `columns` make. */
  readonly row: Row
  /** Select list; the names are those of the answer. */
  readonly columns: Sql
  /** What takes the place of columns that may be large, in rows that a page has no more room for. */
  readonly light?: Readonly<Partial<z.output<Row>>>
  /** Tables that fields and conditions name. */
  readonly from: Sql
  /** Joins that only `columns` need: made for the rows of one page. They neither add nor leave out rows. */
  readonly details?: Sql
  readonly fields: Readonly<Record<string, ListField>>
  /** There are never many rows, so no index holds them in order: they are gathered and sorted for every page. */
  readonly isSmall?: boolean
  /** As a client would write it. */
  readonly defaultSort: string
  /** The primary key, an integer. It also ends every order, so that pages neither overlap nor leave rows out. */
  readonly key: Sql
  /** For a table that is partitioned by time: the column of the time, which comes before `key` in its primary key. Such a list is sorted by nothing else. */
  readonly keyTime?: Sql
  /** Instead of `from` for the one row with this key, where PostgreSQL would make all of `from` first. */
  readonly fromKey?: (key: Sql) => Sql
  /** Conditions that are more than a comparison with one field. */
  readonly special?: Readonly<Record<string, ReadCondition>>
}

/** Which rows of a view a list is about. */
export interface ListScope {
  /** What holds for every row, whatever the client asks. */
  readonly where: readonly Sql[]
  /**
   * The rows are those whose `of` is among the ids, and an index has those of one id in their order: a page is put together from the
   * first rows of each, however few rows of all there are.
   */
  readonly groups?: { readonly of: Sql; readonly ids: readonly number[] }
  /** What the client asks beside `q`. */
  readonly filters?: readonly Sql[]
  /** A kept number that is right while the client filters nothing, instead of counting. */
  readonly total?: Sql
}
