import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '../components/on-demand'
import { PageHeader } from '../components/page-header'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../components/use-page-title'
import { useRunColumns } from '../runs/run-columns'
import { RunList } from '../runs/run-list'
import { ScheduleCard } from '../runs/schedule-card'
import { useRights } from '../session/rights.queries'
import type { CleanUpRun } from './clean-up-run'
import styles from '../runs/job-page.module.css'
import { cleanUp } from './clean-up.queries'
import { FreeSpaceCard } from './free-space-card'
import { useGrace } from './use-grace'
import { DryRunMark, Freed, RunDetail } from './run-cells'

const route = getRouteApi('/shell/clean-up')
const CleanUpPlanDrawer = onDemand(async () => (await import('./clean-up-plan-drawer')).CleanUpPlanDrawer)

const mark = (run: CleanUpRun) => <DryRunMark run={run} />
const detail = (run: CleanUpRun) => <RunDetail run={run} />
const freed = (run: CleanUpRun) => <Freed run={run} />

export function CleanUpPage() {
  const { t } = useTranslation()
  const grace = useGrace()
  const [search, change] = useListSearch(route)
  const { may } = useRights('system')
  const showLog = useCallback((run: number | undefined) => change({ run }), [change])
  const result = useMemo(() => ({ title: t('cleanUp.freed'), cell: freed }), [t])
  const mayStop = may('garbage-collection:stop')
  const columns = useRunColumns({ job: cleanUp, mayStop, onShowLog: showLog, mark, detail, result })
  usePageTitle(t('cleanUp.title'))
  return (
    <>
      <PageHeader title={t('cleanUp.title')} lead={t('cleanUp.lead', { grace })} />
      <div className={styles.cards}>
        {may('garbage-collection:create') ? <FreeSpaceCard onShowLog={showLog} /> : null}
        <ScheduleCard
          job={cleanUp}
          mayChange={may('garbage-collection:update')}
          off={t('cleanUp.off')}
          what={({ deletesUntagged }) => (deletesUntagged ? t('cleanUp.withUntagged') : t('cleanUp.onlyDue'))}
          form={({ schedule, open, onClose }) => <CleanUpPlanDrawer plan={schedule} open={open} onClose={onClose} />}
        />
      </div>
      <RunList job={cleanUp} columns={columns} search={search} onSearch={change} />
    </>
  )
}
