import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { ByteSize } from '../components/byte-size'
import { RelativeTime } from '../components/relative-time'
import { useAtLeast } from '../components/use-breakpoint'
import styles from './columns.module.css'
import type { Column } from './column'

type Basics<Row> = Omit<Column<Row>, 'cell'>

/** One line above the other: what the cell says, and beneath it, smaller, what belongs to that. */
export function CellStack({ children, sub }: { children: ReactNode; sub?: ReactNode }) {
  return (
    <div className={styles.stack}>
      {children}
      {sub === undefined || sub === null || sub === '' ? null : <Small>{sub}</Small>}
    </div>
  )
}

/** Small print in a cell: a line that is cut where it is too long, or lines as many as it needs. */
export function Small({ children, wraps = false }: { children: ReactNode; wraps?: boolean }) {
  return <span className={wraps ? `${styles.sub} ${styles.wraps}` : styles.sub}>{children}</span>
}

/** What small screens show in the first cell, because its own column is left out there. */
export function OnNarrow({ children, below = 'md' }: { children: ReactNode; below?: 'sm' | 'md' }) {
  return useAtLeast(below) ? null : children
}

/** The column that tells the rows apart. */
export function nameColumn<Row>(column: Basics<Row> & Pick<Column<Row>, 'cell'>): Column<Row> {
  return { ...column, cell: (row) => <div className={`${styles.stack} ${styles.name}`}>{column.cell(row)}</div> }
}

interface TimeOptions<Row> extends Basics<Row> {
  value: (row: Row) => string | null | undefined
  /** The time is expected to lie ahead. */
  ahead?: boolean
  sub?: (row: Row) => ReactNode
}

export function timeColumn<Row>({ value, ahead = false, sub, ...column }: TimeOptions<Row>): Column<Row> {
  return {
    ...column,
    cell: (row) => (
      <CellStack sub={sub?.(row)}>
        <RelativeTime value={value(row)} ahead={ahead} />
      </CellStack>
    ),
  }
}

export function sizeColumn<Row>({ bytes, ...column }: Basics<Row> & { bytes: (row: Row) => number }): Column<Row> {
  return { align: 'end', ...column, cell: (row) => <ByteSize bytes={bytes(row)} /> }
}

export function countColumn<Row>({ count, ...column }: Basics<Row> & { count: (row: Row) => number }): Column<Row> {
  return { align: 'end', ...column, cell: (row) => <span className={styles.count}>{count(row)}</span> }
}

/** Stands where other rows have an icon button, so that their other buttons are below one another. */
export function NoAction() {
  return <span className={styles.noAction} />
}

/** What can be done with a row: icon buttons at its end. */
export function actionsColumn<Row>(t: TFunction, cell: (row: Row) => ReactNode, width = 56): Column<Row> {
  return {
    key: 'actions',
    title: t('actions.label'),
    titleHidden: true,
    align: 'end',
    width,
    cell: (row) => <span className={styles.actions}>{cell(row)}</span>,
  }
}
