import type { ReactNode } from 'react'
import type { Breakpoint } from '../components/use-breakpoint'

/** A column of a list. Hold a list's columns in `useMemo`: as long as they are the same, only rows that changed render again. */
export interface Column<Row> {
  /** Also the name that the API sorts by. */
  key: string
  title: string
  /** The header is for screen readers alone. */
  titleHidden?: boolean
  sorts?: boolean
  align?: 'end'
  /** Pixels. */
  width?: number
  /** Narrower screens do without the column. */
  from?: Breakpoint
  cell: (row: Row) => ReactNode
}
