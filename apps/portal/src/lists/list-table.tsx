import { Fragment, type ReactNode, useMemo } from 'react'
import { Skeleton } from 'antd'
import { isAtLeast, useBreakpoint } from '../components/use-breakpoint'
import type { Column } from './column'
import { HeaderCell } from './header-cell'
import { columnName, useDensity, useHiddenColumns } from './list-look'
import styles from './list-table.module.css'
import { LookButton } from './look-button'

interface ListTableProps<Row> {
  /** Under which this browser remembers the columns that a reader hides; without it all of them stay. */
  name?: string
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
  const { name, label, columns, rowKey, rows, sort = '', onSort, isStale = false, isOpen, details } = props
  const width = useBreakpoint()
  const hidden = useHiddenColumns()
  const density = useDensity()
  const shown = useMemo(() => {
    const first = columns.find(({ titleHidden }) => titleHidden !== true)
    return columns.filter(
      (column) =>
        (column.from === undefined || (width !== undefined && isAtLeast(column.from))) &&
        (column === first || column.titleHidden === true || !hidden.includes(columnName(name, column.key))),
    )
  }, [name, columns, width, hidden])
  const table = (
    <div className={styles.scroll}>
      <table
        className={isStale ? `${styles.table} ${styles.stale}` : styles.table}
        data-density={density}
        aria-label={label}
        tabIndex={-1}
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
  if (name === undefined) return table
  return (
    <div className={shown.at(-1)?.titleHidden === true ? styles.frame : `${styles.frame} ${styles.titled}`}>
      <LookButton list={name} label={label} columns={columns} />
      {table}
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
