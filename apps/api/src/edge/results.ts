/** One page of a list. Becomes the rows, with `X-Total-Count` and `Link`. */
export class Page<Row> {
  constructor(
    readonly rows: readonly Row[],
    /** Of all pages together. */
    readonly total: number,
    readonly page: number,
    /** All: every row was asked for, and there may be more than fit. */
    readonly pageSize: number | 'all',
    /** Where the next page begins, for its link; absent where only its number tells. */
    readonly next?: string,
  ) {}

  map<Other>(change: (row: Row) => Other): Page<Other> {
    return new Page(this.rows.map(change), this.total, this.page, this.pageSize, this.next)
  }
}

/** Something was made. Becomes 201 without a body, and with `Location` where what was made has an address. */
export class Created {
  /** @param location path from the root, encoded */
  constructor(readonly location?: string) {}
}
