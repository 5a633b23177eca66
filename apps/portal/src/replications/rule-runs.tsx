import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import type { ChangeSearch } from '../lists/use-list-search'
import { CellStack, Small } from '../lists/columns'
import { useRunColumns } from '../runs/run-columns'
import { RunRows } from '../runs/run-rows'
import type { RunsSearch } from '../runs/runs.search'
import { useRights } from '../session/rights.queries'
import { type RuleRun, runsOf } from './rule-runs.queries'
import { RunProgress } from './run-progress'

const RuleRunDrawer = onDemand(async () => (await import('./rule-run-drawer')).RuleRunDrawer)

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
  return (
    <>
      <RunRows
        name="replication-runs"
        job={job}
        columns={columns}
        search={search}
        onSearch={onSearch}
        empty={<EmptyState title={t('runs.none')} text={t('replication.noRunsText')} />}
      />
      <RuleRunDrawer rule={rule} id={search.run} open={search.run !== undefined} onClose={() => show(undefined)} />
    </>
  )
}
