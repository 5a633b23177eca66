import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../lists/column'
import { ListPage } from '../lists/list-page'
import { type ListSearch, listSearch } from '../lists/list-state'
import type { ChangeSearch } from '../lists/use-list-search'
import styles from './job-page.module.css'
import type { Run } from './run'
import { defaultRunSort, type Job, runsQuery } from './runs.queries'

export type RunSearch = ListSearch & { run?: number | undefined }

export interface RunRowsProps<R extends Run> {
  /** Under which the browser remembers hidden columns. */
  name: string
  /** Above them; "Runs" where a page has but one such list. */
  title?: string
  job: Pick<Job<R>, 'key' | 'list'>
  columns: Column<R>[]
  /** `run` is the one that is open. */
  search: RunSearch
  onSearch: ChangeSearch<RunSearch>
  filters?: ReactNode
  isFiltered?: boolean
  onClear?: () => void
  actions?: ReactNode
  empty: ReactNode
}

/** The runs of a job, under a heading, on the page of the job. */
export function RunRows<R extends Run>({ name, title, job, columns, search, ...rest }: RunRowsProps<R>) {
  const { t } = useTranslation()
  const query = useQuery(runsQuery(job, listSearch(search)))
  const label = title ?? t('runs.list')
  return (
    <>
      <h2 className={styles.heading}>{label}</h2>
      <ListPage
        name={name}
        label={label}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        sort={defaultRunSort}
        isOpen={({ id }) => id === search.run}
        {...rest}
      />
    </>
  )
}
