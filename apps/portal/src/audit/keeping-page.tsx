import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '../components/on-demand'
import { PageHeader } from '../components/page-header'
import { usePageTitle } from '../components/use-page-title'
import { Small } from '../lists/columns'
import { useListSearch } from '../lists/use-list-search'
import { useRunColumns } from '../runs/run-columns'
import { RunList } from '../runs/run-list'
import { ScheduleCard } from '../runs/schedule-card'
import { useRights } from '../session/rights.queries'
import { kindsQuery } from './audit.queries'
import { ForwardCard } from './forward-card'
import styles from '../runs/job-page.module.css'
import { PurgeCard } from './purge-card'
import { OTHERS, purgeJob, type PurgeRun } from './purge.queries'

const route = getRouteApi('/shell/audit-log/keeping')
const PurgePlanDrawer = onDemand(async () => (await import('./purge-plan-drawer')).PurgePlanDrawer)
const DAYS = 90

function Mark({ run }: { run: PurgeRun }) {
  const { t } = useTranslation()
  return run.isDryRun ? <Tag>{t('cleanUp.dryRun')}</Tag> : null
}
const mark = (run: PurgeRun) => <Mark run={run} />

function Purged({ run }: { run: PurgeRun }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={run.isDryRun ? 'muted' : undefined}>{t('list.total', { count: run.entries })}</span>
      <div>
        <Small>{t('audit.olderThan', { days: Number((run.hours / 24).toFixed(1)) })}</Small>
      </div>
    </>
  )
}
const purged = (run: PurgeRun) => <Purged run={run} />
const nothing = () => null

/** How long entries of the audit log are kept, which, and where they go besides. */
export function KeepingPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const { may } = useRights('system')
  const { data: named = [] } = useQuery(kindsQuery)
  const kinds = useMemo(() => [...named, OTHERS], [named])
  const job = useMemo(() => purgeJob(named), [named])
  const showLog = useCallback((run: number | undefined) => change({ run }), [change])
  const result = useMemo(() => ({ title: t('audit.purge'), cell: purged }), [t])
  const columns = useRunColumns({
    job,
    mayStop: may('purge-audit:stop'),
    onShowLog: showLog,
    mark,
    detail: nothing,
    result,
  })
  usePageTitle(t('nav.auditKeeping'))
  return (
    <>
      <PageHeader title={t('nav.auditKeeping')} />
      <div className={styles.cards}>
        {may('purge-audit:create') && named.length > 0 ? (
          <PurgeCard kinds={kinds} initial={{ hours: DAYS * 24, kinds }} />
        ) : null}
        <div className={styles.cards}>
          {named.length > 0 ? (
            <ScheduleCard
              job={job}
              mayChange={may('purge-audit:update')}
              off={t('audit.off')}
              what={({ hours }) => t('audit.olderThan', { days: Number((hours / 24).toFixed(1)) })}
              form={({ schedule, open, onClose }) => (
                <PurgePlanDrawer plan={schedule} kinds={kinds} open={open} onClose={onClose} />
              )}
            />
          ) : null}
          {may('configuration:read') ? <ForwardCard kinds={named} mayChange={may('configuration:update')} /> : null}
        </div>
      </div>
      <RunList job={job} columns={columns} search={search} onSearch={change} />
    </>
  )
}
