import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import type { Column } from '../lists/column'
import { nameColumn, Small, timeColumn } from '../lists/columns'
import { ListPage } from '../lists/list-page'
import { onePage } from '../lists/one-page'
import { type Worker, workersQuery } from './jobs.queries'

/** Who is at work, and at what. */
export function WorkerList() {
  const { t } = useTranslation()
  const query = useQuery(workersQuery)
  const columns = useMemo(
    (): Column<Worker>[] => [
      nameColumn<Worker>({
        key: 'class',
        title: t('jobs.worker'),
        cell: (worker) => (
          <>
            <strong>{worker.class}</strong>
            <Small>{worker.pool_id}</Small>
          </>
        ),
      }),
      {
        key: 'job',
        title: t('jobs.doing'),
        cell: ({ job_id: id, job_name: name }) =>
          id === undefined ? (
            <span className="muted">{t('jobs.idle')}</span>
          ) : (
            <Link to="/jobs" search={{ view: 'runs', run: Number(id) }}>
              {name} #{id}
            </Link>
          ),
      },
      timeColumn<Worker>({ key: 'start', title: t('runs.startedAt'), from: 'sm', value: (row) => row.start_at }),
      timeColumn<Worker>({ key: 'checkin', title: t('jobs.heard'), from: 'md', value: (row) => row.checkin_at }),
    ],
    [t],
  )
  return (
    <ListPage
      name="workers"
      label={t('jobs.views.workers')}
      columns={columns}
      rowKey="id"
      query={query}
      {...onePage}
      empty={<EmptyState title={t('jobs.noWorkers')} text={t('jobs.noWorkersText')} />}
    />
  )
}
