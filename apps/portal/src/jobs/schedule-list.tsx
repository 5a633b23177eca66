import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Notice } from '../components/notice'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { CellStack, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import type { ChangeSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { queuesQuery, type ScheduleTask, schedulesQuery } from './jobs.queries'
import type { JobsSearch } from './jobs.search'
import styles from './jobs-page.module.css'
import { typeTitle } from './type-title'
import { useAskQueue } from './use-ask-queue'

/** What runs by the clock, and when. */
export function ScheduleList({ search, onSearch }: { search: JobsSearch; onSearch: ChangeSearch<JobsSearch> }) {
  const { t, i18n } = useTranslation()
  const { may } = useRights('system')
  const query = useQuery(schedulesQuery(listSearch(search)))
  const { data: queues } = useQuery(queuesQuery)
  const ask = useAskQueue()
  const isPaused = queues?.items.some(({ job_type, paused }) => job_type === 'SCHEDULER' && paused) === true
  const columns = useMemo((): Column<ScheduleTask>[] => {
    const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
    return [
      nameColumn<ScheduleTask>({
        key: 'vendor_type',
        title: t('jobs.job'),
        cell: ({ vendor_type: type, vendor_name: project, cron }) => (
          <>
            <strong>{typeTitle(t, type)}</strong>
            <Small>{project ?? t('jobs.platform')}</Small>
            <OnNarrow below="sm">
              <code className="nowrap">{cron}</code>
            </OnNarrow>
          </>
        ),
      }),
      { key: 'cron', title: t('runs.cron'), from: 'sm', cell: ({ cron }) => <code className="nowrap">{cron}</code> },
      {
        key: 'next',
        title: t('jobs.nextRuns'),
        cell: ({ next_runs: [next, ...later] }) => (
          <CellStack>
            <RelativeTime value={next} ahead />
            <Small wraps>
              {later.map((run) => (
                <span key={run} className={styles.later}>
                  {time.format(new Date(run))}
                </span>
              ))}
            </Small>
          </CellStack>
        ),
      },
      timeColumn<ScheduleTask>({ key: 'last', title: t('jobs.lastRun'), from: 'md', value: (row) => row.last_run }),
    ]
  }, [t, i18n.language])
  return (
    <>
      {isPaused ? <Notice tone="warning">{t('jobs.schedulesPaused')}</Notice> : null}
      <ListPage
        name="schedules"
        label={t('jobs.views.schedules')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={onSearch}
        actions={
          may('jobservice-monitor:stop') ? (
            <Button onClick={() => ask({ name: 'SCHEDULER', waiting: 0 }, isPaused ? 'resume' : 'pause')}>
              {t(isPaused ? 'jobs.resumeSchedules' : 'jobs.pauseSchedules')}
            </Button>
          ) : undefined
        }
        empty={<EmptyState title={t('jobs.noSchedules')} />}
      />
    </>
  )
}
