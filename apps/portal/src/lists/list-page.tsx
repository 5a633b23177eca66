import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/api-error'
import type { Page } from '../api/client'
import { EmptyState } from '../components/empty-state'
import { PageHeader } from '../components/page-header'
import { ErrorPanel } from '../errors/error-panel'
import { isNotFound } from '../errors/is-not-found'
import { ToProjects } from '../errors/to-projects'
import type { Column } from './column'
import styles from './list-page.module.css'
import { defaultSize, type ListSearch } from './list-state'
import { ListTable } from './list-table'
import { NoMatch } from './no-match'
import { Pager } from './pager'
import { SearchBox } from './search-box'
import { SortSelect } from './sort-select'
import { isAtLeast, useBreakpoint } from '../components/use-breakpoint'
import type { ChangeSearch } from './use-list-search'

interface ListPageProps<Row extends object, Search extends ListSearch> {
  /** Heads a page of its own; left out where the list is a part of a page. */
  title?: string
  lead?: string
  /** Under which this browser remembers the columns that a reader hides: no two kinds of list have the same. */
  name: string
  /** Names the table. */
  label: string
  columns: Column<Row>[]
  rowKey: keyof Row & string
  query: {
    data: Page<Row> | undefined
    error: Error | null
    isPlaceholderData: boolean
    refetch: () => unknown
  }
  search: Search
  onSearch: ChangeSearch<ListSearch>
  /** The order without a word in the URL; left out where no column sorts. */
  sort?: string
  /** What the search box says; without it there is none. */
  searchLabel?: string
  filters?: ReactNode
  /** Whether something other than the search leaves rows out, and how to end that. */
  isFiltered?: boolean
  onClear?: () => void
  /** Says why a filter leaves nothing, where the page knows. */
  noMatch?: string | undefined
  actions?: ReactNode
  /** Shown instead of rows when there are none at all. */
  empty: ReactNode
  isOpen?: (row: Row) => boolean
  /** What stands beneath a row that is open. Hold it outside the component. */
  details?: (row: Row) => ReactNode
  /** Of a list within a project: what to do where the reader may not see it. */
  refused?: string
}

/** A list of the server: title, search, filters, rows, pages, and what stands there while, or if, there are no rows. */
export function ListPage<Row extends object, Search extends ListSearch>(props: ListPageProps<Row, Search>) {
  const { title, lead, searchLabel, filters, actions, search, onSearch } = props
  const width = useBreakpoint()
  const sorting = props.sort === undefined ? [] : props.columns.filter(({ sorts }) => sorts === true)
  // A narrow screen leaves out columns, and with them the headers that sort.
  const isSortedHere = sorting.some(({ from }) => from !== undefined && (width === undefined || !isAtLeast(from)))
  const hasToolbar =
    searchLabel !== undefined || filters !== undefined || isSortedHere || (title === undefined && actions !== undefined)
  return (
    <>
      {title === undefined ? null : <PageHeader title={title} lead={lead} actions={actions} />}
      {hasToolbar ? (
        <div className={styles.toolbar}>
          {searchLabel === undefined ? null : (
            <SearchBox label={searchLabel} value={search.q} onChange={(q) => onSearch({ q, page: undefined })} />
          )}
          {filters}
          {isSortedHere ? (
            <SortSelect
              columns={sorting}
              sort={search.sort ?? props.sort ?? ''}
              onSort={(sort) => onSearch({ sort, page: undefined })}
            />
          ) : null}
          {title === undefined ? actions : null}
        </div>
      ) : null}
      <Rows {...props} />
    </>
  )
}

function Rows<Row extends object, Search extends ListSearch>(props: ListPageProps<Row, Search>) {
  const { name, label, columns, rowKey, query, search, onSearch, isOpen, refused, empty, isFiltered = false } = props
  const { t } = useTranslation()
  const { data, error, isPlaceholderData, refetch } = query
  if (data === undefined && error !== null) {
    if (isNotFound(error)) throw error
    if (refused === undefined) return <ErrorPanel error={error} onRetry={refetch} />
    const isRefused = error instanceof ApiError && error.status === 403
    const next = isRefused ? { next: refused } : {}
    return <ErrorPanel error={error} onRetry={refetch} wayOut={<ToProjects />} {...next} />
  }

  const clear = () => {
    onSearch({ q: undefined, page: undefined })
    props.onClear?.()
  }
  const last = Math.ceil((data?.total ?? 0) / (search.size ?? defaultSize))
  const isPastEnd = data?.items.length === 0 && data.total > 0
  const isEmpty = data?.total === 0
  return (
    <div className={styles.card}>
      <ListTable
        name={name}
        label={label}
        columns={columns}
        rowKey={rowKey}
        rows={data?.items}
        sort={search.sort ?? props.sort ?? ''}
        onSort={(sort) => onSearch({ sort, page: undefined })}
        isStale={isPlaceholderData}
        isOpen={isOpen}
        details={props.details}
      />
      {isPastEnd ? (
        <EmptyState
          title={t('list.pastEnd')}
          action={<Button onClick={() => onSearch({ page: last === 1 ? undefined : last })}>{t('list.toLast')}</Button>}
        />
      ) : null}
      {isEmpty ? (
        search.q === undefined && !isFiltered ? (
          empty
        ) : (
          <NoMatch text={props.noMatch} onClear={clear} />
        )
      ) : null}
      {data === undefined || isEmpty ? null : <Pager total={data.total} search={search} onChange={onSearch} />}
    </div>
  )
}
