import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '../api/client'
import { ErrorPanel } from '../errors/error-panel'
import { type ListSearch, pageSizes, sortOfSorter } from './list-state'
import { WaitingTable } from './waiting-table'

interface ListTableProps<T extends object> {
  label: string
  columns: TableColumnsType<T>
  rowKey: keyof T & string
  query: {
    data: Page<T> | undefined
    error: Error | null
    isPlaceholderData: boolean
    refetch: () => unknown
  }
  search: ListSearch
  onSearch: (patch: ListSearch) => void
  /** Shown instead of rows when the list is empty. */
  empty: ReactNode
}

const [smallest = 15] = pageSizes

/** A server-side list: rows, sorting, paging, waiting, emptiness and failure, all driven by the URL. */
export function ListTable<T extends object>(props: ListTableProps<T>) {
  const { label, columns, rowKey, query, search, onSearch, empty } = props
  const { t } = useTranslation()
  const { data, error, isPlaceholderData, refetch } = query
  if (data === undefined && error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (data === undefined) return <WaitingTable label={label} columns={columns} />

  return (
    <Table<T>
      aria-label={label}
      aria-busy={isPlaceholderData}
      className={isPlaceholderData ? 'list-table list-table-stale' : 'list-table'}
      columns={columns}
      dataSource={data.items}
      rowKey={rowKey}
      showSorterTooltip={false}
      locale={{ emptyText: empty }}
      pagination={{
        current: search.page ?? 1,
        pageSize: search.size ?? smallest,
        total: data.total,
        pageSizeOptions: pageSizes,
        showSizeChanger: data.total > smallest,
        showTotal: (total) => t('list.total', { count: total }),
      }}
      onChange={({ current, pageSize }, _filters, sorter, { action }) => {
        if (action === 'sort') {
          onSearch({ sort: sortOfSorter(sorter), page: undefined })
          return
        }
        const size = pageSize === smallest ? undefined : pageSize
        onSearch({ page: size === search.size && current !== 1 ? current : undefined, size })
      }}
    />
  )
}
