import sql, { type Sql } from 'sql-template-tag'

/** Bytes that a value of an answer has as text. */
const VALUE_BYTES = 65_536
/** And as it is stored: what is stored in more is not even unpacked, for compressed text is a ninetieth of itself. */
const STORED_BYTES = 16_384

/** A value of jsonb that somebody pushed, as far as it is small enough to be part of an answer; null otherwise. */
export function bounded(value: Sql, parts = 1): Sql {
  return sql`(case when pg_column_size(${value}) <= ${STORED_BYTES / parts}::int then
    case when octet_length((${value})::text) <= ${VALUE_BYTES / parts}::int then ${value} end end)`
}
