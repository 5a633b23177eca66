import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Notice } from '../components/notice'
import { Segments } from '../components/segments'
import { ErrorPanel } from '../errors/error-panel'
import { ListPage } from '../lists/list-page'
import type { ListSearch } from '../lists/list-state'
import { RunLogDrawer } from '../runs/run-log-drawer'
import { RunStatus } from '../runs/run-status'
import { runQuery } from '../runs/runs.queries'
import { logsOf, type RuleRun, runsOf, tasksQuery } from './rule-runs.queries'
import styles from './run-drawer.module.css'
import { RunProgress } from './run-progress'
import { useTaskColumns } from './task-columns'

interface RunDrawerProps {
  rule: number
  id: number | undefined
  open: boolean
  onClose: () => void
}

/** A run with its tasks, each with its log. */
export function RunDrawer({ rule, id, open, onClose }: RunDrawerProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      title={id === undefined ? '' : t('replication.runNumber', { id })}
      open={open}
      onClose={onClose}
      size={1040}
      destroyOnHidden
    >
      {id === undefined ? null : <RunOf key={id} rule={rule} id={id} />}
    </Drawer>
  )
}

function RunOf({ rule, id }: { rule: number; id: number }) {
  const { t } = useTranslation()
  const { data: run, error, refetch } = useQuery(runQuery(runsOf(rule), id))
  const [log, setLog] = useState<number>()
  const logs = useMemo(() => logsOf(rule, id), [rule, id])
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (run === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return (
    <>
      <div className={styles.head} aria-live="polite">
        <RunStatus status={run.status} />
        <RunProgress run={run} />
        <Button onClick={() => setLog(id)}>{t('replication.runLog')}</Button>
      </div>
      {run.error === '' ? null : <Notice tone="warning">{run.error}</Notice>}
      <Tasks rule={rule} run={run} onLog={setLog} />
      <RunLogDrawer
        job={logs}
        id={log}
        open={log !== undefined}
        onClose={() => setLog(undefined)}
        title={(which) => (which === id ? t('runs.logOf', { id }) : t('replication.logOf', { id: which }))}
      />
    </>
  )
}

const statuses = ['InProgress', 'Pending', 'Failed', 'Succeed', 'Stopped'] as const
const inWords = {
  InProgress: 'Running',
  Pending: 'Pending',
  Failed: 'Error',
  Succeed: 'Success',
  Stopped: 'Stopped',
} as const

function Tasks({ rule, run, onLog }: { rule: number; run: RuleRun; onLog: (task: number) => void }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<string>('all')
  const [search, setSearch] = useState<ListSearch>({})
  const query = useQuery(tasksQuery(rule, run, status, search))
  const columns = useTaskColumns(onLog)
  return (
    <ListPage
      name="replication-tasks"
      label={t('replication.tasks')}
      columns={columns}
      rowKey="id"
      query={query}
      search={search}
      onSearch={(patch) => setSearch((old) => ({ ...old, ...patch }))}
      isFiltered={status !== 'all'}
      onClear={() => setStatus('all')}
      filters={
        <Segments
          label={t('runs.status')}
          value={status}
          options={[
            { value: 'all', label: t('replication.all') },
            ...statuses.map((value) => ({ value, label: t(`runs.statuses.${inWords[value]}`) })),
          ]}
          onChange={(value) => {
            setStatus(value)
            setSearch({})
          }}
        />
      }
      empty={<EmptyState title={run.isOpen ? t('replication.looking') : t('replication.noTasks')} />}
    />
  )
}
