import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'
import { CellStack, Small } from '../lists/columns'
import type { ChangeSearch } from '../lists/use-list-search'
import { useRunColumns } from '../runs/run-columns'
import { RunList } from '../runs/run-list'
import { useRights } from '../session/rights.queries'
import { type AnyRun, jobRuns } from './jobs.queries'
import { type JobsSearch, runStatuses } from './jobs.search'
import styles from './jobs-page.module.css'
import { typeTitle } from './type-title'

function TypeMark({ run }: { run: AnyRun }) {
  const { t } = useTranslation()
  return <Tag className={styles.type ?? ''}>{typeTitle(t, run.type)}</Tag>
}

function RunResult({ run }: { run: AnyRun }) {
  const { t } = useTranslation()
  const { counts, error } = run
  return (
    <CellStack>
      {counts === null ? null : (
        <Link to="/jobs" search={{ view: 'runs', of: run.id }}>
          {t('jobs.parts', { done: counts.done + counts.failed, total: counts.total ?? '?' })}
        </Link>
      )}
      {error === null ? null : <Small wraps>{error}</Small>}
    </CellStack>
  )
}

const mark = (run: AnyRun) => <TypeMark run={run} />
const detail = ({ startedBy, about }: AnyRun) =>
  [startedBy, about].flatMap((one) => (one === null ? [] : ` · ${one}`)).join('')
const cell = (run: AnyRun) => <RunResult run={run} />

/** Runs of every job, or the tasks of one of them. */
export function JobRunList({ search, onSearch }: { search: JobsSearch; onSearch: ChangeSearch<JobsSearch> }) {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const { of, status } = search
  const job = useMemo(() => jobRuns({ of, status }), [of, status])
  const showLog = useCallback((run: number) => onSearch({ run }), [onSearch])
  const result = useMemo(() => ({ title: t('jobs.result'), cell }), [t])
  const columns = useRunColumns({
    job,
    mayStop: may('jobservice-monitor:stop'),
    stopText: t('jobs.stopRunText'),
    onShowLog: showLog,
    mark,
    detail,
    result,
  })
  const statuses = [
    { value: '', label: t('jobs.anyStatus') },
    ...runStatuses.map((value) => ({ value, label: t(`jobs.statuses.${value}`) })),
  ]
  return (
    <>
      {of === undefined ? null : (
        <p>
          {t('jobs.tasksOf', { id: of })}{' '}
          <Link to="/jobs" search={{ view: 'runs' }}>
            {t('jobs.allRuns')}
          </Link>
        </p>
      )}
      <RunList
        job={job}
        columns={columns}
        search={search}
        onSearch={onSearch}
        isFiltered={status !== undefined}
        onClear={() => onSearch({ status: undefined })}
        filters={
          <Select
            label={t('runs.status')}
            value={status ?? ''}
            options={statuses}
            onChange={(next) => onSearch({ status: runStatuses.find((one) => one === next), page: undefined })}
          />
        }
      />
    </>
  )
}
