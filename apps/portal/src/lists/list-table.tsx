import { Fragment, type ReactNode, useMemo } from 'react'
import { Skeleton } from 'antd'
import { isAtLeast, useBreakpoint } from '../components/use-breakpoint'
import type { Column } from './column'
import { HeaderCell } from './header-cell'
import styles from './list-table.module.css'

interface ListTableProps<Row> {
  label: string
  columns: Column<Row>[]
  rowKey: keyof Row & string
  /** Absent while the list waits for its first answer. */
  rows: readonly Row[] | undefined
  /** The order of the rows; left out where no column sorts. */
  sort?: string
  onSort?: (sort: string | undefined) => void
  /** The rows are those of the question before. */
  isStale?: boolean
  /** Whether the details of a row are open. */
  isOpen?: ((row: Row) => boolean) | undefined
  /** What stands beneath a row that is open. */
  details?: ((row: Row) => ReactNode) | undefined
}

const waitingRows = Array.from({ length: 6 }, (_, row) => row)

/** Rows and headers. A row renders again when its data, the columns or its being open change, and not with its neighbours. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { label, columns, rowKey, rows, sort = '', onSort, isStale = false, isOpen, details } = props
  const width = useBreakpoint()
  const shown = useMemo(
    () => columns.filter(({ from }) => from === undefined || (width !== undefined && isAtLeast(from))),
    [columns, width],
  )
  return (
    <div className={styles.scroll}>
      <table
        className={isStale ? `${styles.table} ${styles.stale}` : styles.table}
        aria-label={label}
        aria-busy={rows === undefined || isStale}
      >
        <thead>
          <tr>
            {shown.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? waitingRows.map((row) => (
                <tr key={row}>
                  {shown.map(({ key }) => (
                    <td key={key}>
                      <Skeleton.Button active size="small" block />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => (
                <Fragment key={String(row[rowKey])}>
                  <ListRow row={row} columns={shown} isOpen={isOpen?.(row) === true} />
                  {details !== undefined && isOpen?.(row) === true ? (
                    <tr>
                      <td colSpan={shown.length}>{details(row)}</td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
        </tbody>
      </table>
    </div>
  )
}

interface ListRowProps<Row> {
  row: Row
  columns: Column<Row>[]
  isOpen: boolean
}

function ListRow<Row>({ row, columns, isOpen }: ListRowProps<Row>) {
  return useMemo(
    () => (
      <tr className={isOpen ? styles.open : undefined}>
        {columns.map(({ key, align, cell }) => (
          <td key={key} className={align === 'end' ? styles.end : undefined}>
            {cell(row)}
          </td>
        ))}
      </tr>
    ),
    [row, columns, isOpen],
  )
}
