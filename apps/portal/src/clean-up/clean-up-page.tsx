import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { PageHeader } from '../components/page-header'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../components/use-page-title'
import { useRunColumns } from '../runs/run-columns'
import { defaultRunSort } from '../runs/runs.queries'
import { ScheduleCard } from '../runs/schedule-card'
import { useRights } from '../session/rights.queries'
import type { CleanUpRun } from './clean-up-run'
import styles from '../runs/job-page.module.css'
import { cleanUp, cleanUpRunsQuery } from './clean-up.queries'
import { FreeSpaceCard } from './free-space-card'
import { DryRunMark, Freed, RunDetail } from './run-cells'

const route = getRouteApi('/shell/clean-up')
const RunLogDrawer = onDemand(async () => (await import('../runs/run-log-drawer')).RunLogDrawer)
const PlanDrawer = onDemand(async () => (await import('./plan-drawer')).PlanDrawer)

const mark = (run: CleanUpRun) => <DryRunMark run={run} />
const detail = (run: CleanUpRun) => <RunDetail run={run} />
const freed = (run: CleanUpRun) => <Freed run={run} />

export function CleanUpPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const query = useQuery(cleanUpRunsQuery(listSearch(search)))
  const { may } = useRights('system')
  const showLog = useCallback((run: number | undefined) => change({ run }), [change])
  const result = useMemo(() => ({ title: t('cleanUp.freed'), cell: freed }), [t])
  const mayStop = may('garbage-collection:stop')
  const columns = useRunColumns({ job: cleanUp, mayStop, onShowLog: showLog, mark, detail, result })
  usePageTitle(t('cleanUp.title'))
  return (
    <>
      <PageHeader title={t('cleanUp.title')} lead={t('cleanUp.lead')} />
      <div className={styles.cards}>
        {may('garbage-collection:create') ? <FreeSpaceCard onShowLog={showLog} /> : null}
        <ScheduleCard
          job={cleanUp}
          mayChange={may('garbage-collection:update')}
          off={t('cleanUp.off')}
          what={({ deletesUntagged }) => (deletesUntagged ? t('cleanUp.withUntagged') : t('cleanUp.onlyDue'))}
          form={({ schedule, open, onClose }) => <PlanDrawer plan={schedule} open={open} onClose={onClose} />}
        />
      </div>
      <h2 className={styles.heading}>{t('runs.list')}</h2>
      <ListPage
        label={t('runs.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultRunSort}
        isOpen={({ id }) => id === search.run}
        empty={<EmptyState title={t('runs.none')} text={t('runs.noneText')} />}
      />
      <RunLogDrawer job={cleanUp} id={search.run} open={search.run !== undefined} onClose={() => showLog(undefined)} />
    </>
  )
}
