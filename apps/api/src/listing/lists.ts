import { Injectable } from '@nestjs/common'
import type { Sql } from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../database/database.js'
import { Page } from '../edge/results.js'
import { writeCursor } from './list-order.js'
import { ALL_ROWS, MAX_PAGE_SIZE, type ListQuery, skippedRows } from './list-query.js'
import { type ListResult, listStatement, rowStatement } from './list-statement.js'
import type { ListScope, ListView } from './list-view.js'

/** Every list of the api, and every single row that looks as in a list. */
@Injectable()
export class Lists {
  constructor(private readonly database: Database) {}

  /** @see listStatement */
  async page<Row extends z.ZodType>(
    view: ListView<Row>,
    query: ListQuery,
    scope: ListScope,
  ): Promise<Page<z.output<Row>>> {
    const found = await this.database.row<ListResult & { readonly rows: z.output<Row>[] }>(
      listStatement(view, query, scope),
    )
    const { rows, total, is_open, position } = found ?? { rows: [], total: 0, is_open: false, position: null }
    const seen = skippedRows(query) + rows.length
    // Behind a page that is full there may be one more row, so that its link leads there.
    const known = is_open ? Math.max(total, seen + (rows.length === query.page_size ? 1 : 0)) : total
    const next = position === null ? undefined : writeCursor(query.sort, position)
    if (query.page_size !== ALL_ROWS) return new Page(rows, known, query.page, query.page_size, next)
    if (rows.length < ALL_ROWS) return new Page(rows, known, 1, 'all')
    // Where only numbers lead on, these rows end as such a page does.
    if (next === undefined) return new Page(rows, known, ALL_ROWS / MAX_PAGE_SIZE, MAX_PAGE_SIZE)
    return new Page(rows, known, 1, 'all', next)
  }

  /** The row that meets the conditions, or undefined. */
  async row<Row extends z.ZodType>(
    view: ListView<Row>,
    conditions: readonly Sql[],
  ): Promise<z.output<Row> | undefined> {
    return (await this.database.row<{ row: z.output<Row> }>(rowStatement(view, conditions)))?.row
  }
}
