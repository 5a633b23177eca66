/** The row that an insert gives back: there is one, or the insert has failed. */
export function insertedRow<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('No row came of an insert.')
  return row
}
