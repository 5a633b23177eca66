import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import type { Column } from '../lists/column'
import { ListPage } from '../lists/list-page'
import { type ListSearch, listSearch } from '../lists/list-state'
import type { ChangeSearch } from '../lists/use-list-search'
import styles from './job-page.module.css'
import type { Run } from './run'
import { defaultRunSort, type Job, runsQuery } from './runs.queries'

const RunLogDrawer = onDemand(async () => (await import('./run-log-drawer')).RunLogDrawer)

type RunSearch = ListSearch & { run?: number | undefined }

interface RunListProps<R extends Run> {
  job: Omit<Job<R>, 'schedule'>
  columns: Column<R>[]
  /** `run` is the one whose log is shown. */
  search: RunSearch
  onSearch: ChangeSearch<RunSearch>
  filters?: ReactNode
  isFiltered?: boolean
  onClear?: () => void
}

/** The runs of a job, and the log of one of them, on the page of the job. */
export function RunList<R extends Run>({ job, columns, search, onSearch, ...filter }: RunListProps<R>) {
  const { t } = useTranslation()
  const query = useQuery(runsQuery(job, listSearch(search)))
  return (
    <>
      <h2 className={styles.heading}>{t('runs.list')}</h2>
      <ListPage
        name="runs"
        label={t('runs.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={onSearch}
        sort={defaultRunSort}
        {...filter}
        isOpen={({ id }) => id === search.run}
        empty={<EmptyState title={t('runs.none')} text={t('runs.noneText')} />}
      />
      <RunLogDrawer
        job={job}
        id={search.run}
        open={search.run !== undefined}
        onClose={() => onSearch({ run: undefined })}
      />
    </>
  )
}
