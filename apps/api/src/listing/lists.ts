import { Injectable } from '@nestjs/common'
import type { Sql } from 'sql-template-tag'
import { Database } from '../database/database.js'
import { Page } from '../edge/results.js'
import type { ListQuery } from './list-query.js'
import { listStatement, rowStatement } from './list-statement.js'
import type { ListView } from './list-view.js'

/** Every list of the api, and every single row that looks as in a list. */
@Injectable()
export class Lists {
  constructor(private readonly database: Database) {}

  /**
   * One page. `Row` is what the view's columns make.
   * @see listStatement
   */
  async page<Row>(view: ListView, query: ListQuery, conditions: readonly Sql[], keptTotal?: Sql): Promise<Page<Row>> {
    const found = await this.database.row<{ total: number; rows: Row[] }>(
      listStatement(view, query, conditions, keptTotal),
    )
    return new Page(found?.rows ?? [], found?.total ?? 0, query.page, query.page_size)
  }

  /** The row that meets the conditions, or undefined. */
  async row<Row>(view: ListView, conditions: readonly Sql[]): Promise<Row | undefined> {
    return (await this.database.row<{ row: Row }>(rowStatement(view, conditions)))?.row
  }
}
