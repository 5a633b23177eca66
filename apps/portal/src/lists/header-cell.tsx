import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import type { Column } from './column'
import { nextSort, sortOrder } from './list-state'
import styles from './list-table.module.css'

interface HeaderCellProps {
  column: Pick<Column<never>, 'key' | 'title' | 'titleHidden' | 'sorts' | 'align' | 'width'>
  sort: string
  onSort: ((sort: string | undefined) => void) | undefined
}

export function HeaderCell({ column, sort, onSort }: HeaderCellProps) {
  const { key, title, titleHidden = false, sorts = false, align, width } = column
  const order = sorts ? sortOrder(sort, key) : undefined
  return (
    <th
      scope="col"
      className={align === 'end' ? styles.end : undefined}
      {...(order === undefined ? {} : { 'aria-sort': order })}
      {...(width === undefined ? {} : { style: { width } })}
    >
      {sorts ? (
        <button type="button" className={styles.sorter} onClick={() => onSort?.(nextSort(sort, key))}>
          {title}
          <span className={styles.carets} data-order={order} aria-hidden="true">
            <CaretUpFilled />
            <CaretDownFilled />
          </span>
        </button>
      ) : (
        <span className={titleHidden ? 'visually-hidden' : undefined}>{title}</span>
      )}
    </th>
  )
}
