import type { PoolClient, QueryResultRow } from 'pg'

/** Rows that are read at a time. */
const FETCH = 1000

/** Rows of one statement. Read to the end before the next one. */
export type ReadRows = <Row extends QueryResultRow>(
  statement: string,
  values: readonly unknown[],
) => AsyncGenerator<Row>

/** Reads any number of rows through a cursor of the transaction that `client` is in. */
export async function* readRows<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  await client.query(`declare reader no scroll cursor for ${statement}`, [...values])
  for (let count = FETCH; count === FETCH;) {
    const { rows } = await client.query<Row>(`fetch ${FETCH} from reader`)
    yield* rows
    count = rows.length
  }
  await client.query('close reader')
}
