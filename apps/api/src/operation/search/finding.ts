import sql, { type Sql } from 'sql-template-tag'

/** What a word finds of one kind. */
export interface Finding {
  /** Rows, in no order. */
  readonly hits: Sql
  /** How rows `h` are sorted. */
  readonly order: Sql
  /** What is shown of a row `h`, as JSON: made for those of the page alone. */
  readonly row: Sql
}

export interface SearchPage {
  readonly page: number
  readonly page_size: number
}

/** The statement of one page, and of one more row, by which the page can say whether there are more. */
export const pageOf = ({ hits, order, row }: Finding, { page, page_size: size }: SearchPage): Sql => sql`
  with picked as materialized (
    select h.*, row_number() over (order by ${order}) as place from (${hits}) h
    order by ${order} limit ${size + 1} offset ${(page - 1) * size})
  select ${row} as row from picked h order by place`
