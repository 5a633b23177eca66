import type { Sql } from 'sql-template-tag'
import type { Condition } from './parse-conditions.js'

/** A field that `q` and `sort` may name. */
export interface ListField {
  readonly type: 'text' | 'integer' | 'time' | 'boolean'
  /** The expression that is compared. */
  readonly expression: Sql
  /** What it is sorted by, where that is another one. */
  readonly order?: Sql
  readonly sortable?: boolean
  /** Descending order puts rows without a value last, as ascending order does. */
  readonly nullable?: boolean
}

/** What one kind of row looks like to a client, and where it comes from. Made by code alone, never from input. */
export interface ListView {
  /** Select list; the names are those of the answer. */
  readonly columns: Sql
  readonly from: Sql
  readonly fields: Readonly<Record<string, ListField>>
  /** As a client would write it. */
  readonly defaultSort: string
  /** The primary key. It also ends every order, so that pages neither overlap nor leave rows out. */
  readonly key: Sql
  /** Conditions that are more than a comparison with one field. */
  readonly special?: Readonly<Record<string, (condition: Condition) => Sql>>
}
