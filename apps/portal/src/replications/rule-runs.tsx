import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import type { ChangeSearch } from '../lists/use-list-search'
import { CellStack, Small } from '../lists/columns'
import styles from '../runs/job-page.module.css'
import { useRunColumns } from '../runs/run-columns'
import { defaultRunSort, runsQuery } from '../runs/runs.queries'
import type { RunsSearch } from '../runs/runs.search'
import { useRights } from '../session/rights.queries'
import { type RuleRun, runsOf } from './rule-runs.queries'
import { RunProgress } from './run-progress'

const RunDrawer = onDemand(async () => (await import('./run-drawer')).RunDrawer)

const nothing = () => null
const cell = (run: RuleRun) => (
  <CellStack>
    <RunProgress run={run} />
    {run.error === '' ? null : <Small wraps>{run.error}</Small>}
  </CellStack>
)

interface RuleRunsProps {
  rule: number
  /** `run` is the one whose tasks are shown. */
  search: RunsSearch
  onSearch: ChangeSearch<RunsSearch>
}

export function RuleRuns({ rule, search, onSearch }: RuleRunsProps) {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const job = useMemo(() => runsOf(rule), [rule])
  const show = useCallback((run: number | undefined) => onSearch({ run }), [onSearch])
  const result = useMemo(() => ({ title: t('replication.result'), cell }), [t])
  const columns = useRunColumns({
    job,
    mayStop: may('replication:create'),
    stopText: t('replication.stopText'),
    onShowLog: show,
    mark: nothing,
    detail: nothing,
    result,
  })
  const query = useQuery(runsQuery(job, listSearch(search)))
  return (
    <>
      <h2 className={styles.heading}>{t('runs.list')}</h2>
      <ListPage
        name="replication-runs"
        label={t('runs.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={onSearch}
        sort={defaultRunSort}
        isOpen={({ id }) => id === search.run}
        empty={<EmptyState title={t('runs.none')} text={t('replication.noRunsText')} />}
      />
      <RunDrawer rule={rule} id={search.run} open={search.run !== undefined} onClose={() => show(undefined)} />
    </>
  )
}
