import sql, { type Sql } from 'sql-template-tag'
import { containing } from '../../listing/list-statement.js'

/** Of one kind so many are gathered and put in order: beyond that it takes a longer word. */
export const GATHERED = 2_000
/**
 * A part of a name that has a trigram: three letters or digits side by side, or fewer at the edge of a word. An index can be
 * asked for no other, and looking for it would read every name.
 */
const HAS_TRIGRAM = /[a-z0-9]{3}|[a-z0-9]{2}[^a-z0-9]|[^a-z0-9][a-z0-9]/i

/** By a part where an index finds it, else by the whole name. */
export const isLike = (expression: Sql, word: string) =>
  HAS_TRIGRAM.test(word) ? sql`${expression} ilike ${containing(word)}` : sql`${expression} = ${word}`
