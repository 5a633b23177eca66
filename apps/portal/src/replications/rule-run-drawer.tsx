import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Notice } from '../components/notice'
import { Segments } from '../components/segments'
import { ListPage } from '../lists/list-page'
import type { ListSearch } from '../lists/list-state'
import { RunDrawer, RunHead } from '../runs/run-drawer'
import { RunLogDrawer } from '../runs/run-log-drawer'
import { logsOf, type RuleRun, runsOf, tasksQuery } from './rule-runs.queries'
import { RunProgress } from './run-progress'
import { useTaskColumns } from './task-columns'

interface RuleRunDrawerProps {
  rule: number
  id: number | undefined
  open: boolean
  onClose: () => void
}

/** A run with its tasks, each with its log. */
export function RuleRunDrawer({ rule, ...shown }: RuleRunDrawerProps) {
  const { t } = useTranslation()
  return (
    <RunDrawer job={runsOf(rule)} title={(id) => t('replication.runNumber', { id })} {...shown}>
      {(run) => <RunOf rule={rule} run={run} />}
    </RunDrawer>
  )
}

function RunOf({ rule, run }: { rule: number; run: RuleRun }) {
  const { t } = useTranslation()
  const { id } = run
  const [log, setLog] = useState<number>()
  const logs = useMemo(() => logsOf(rule, id), [rule, id])
  return (
    <>
      <RunHead run={run}>
        <RunProgress run={run} />
        <Button onClick={() => setLog(id)}>{t('replication.runLog')}</Button>
      </RunHead>
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
