import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '../components/on-demand'
import { ErrorPanel } from '../errors/error-panel'
import { ToProjects } from '../errors/to-projects'
import { useListSearch } from '../lists/use-list-search'
import styles from '../runs/job-page.module.css'
import { useRights } from '../session/rights.queries'
import { PlanPanel } from './plan-panel'
import { type RetentionRule, retentionQuery } from './retention.queries'
import { RetentionRuns } from './retention-runs'
import { RulesPanel } from './rules-panel'

const route = getRouteApi('/shell/projects/$project/retention')
const RuleDrawer = onDemand(async () => (await import('./rule-drawer')).RuleDrawer)

export function RetentionPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const { may } = useRights({ project })
  const { data: found, error, refetch } = useQuery(retentionQuery(project))
  const [edited, setEdited] = useState<{ rule: RetentionRule | undefined }>()
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} wayOut={<ToProjects />} />
  if (found === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  const { policy } = found
  const mayChange = may(policy === undefined ? 'tag-retention:create' : 'tag-retention:update')
  return (
    <>
      <p className="lead">{t('retention.lead')}</p>
      <div className={styles.cards}>
        <RulesPanel project={project} found={found} mayChange={mayChange} onEdit={(rule) => setEdited({ rule })} />
        {policy === undefined ? null : <PlanPanel project={project} found={found} mayChange={mayChange} />}
      </div>
      {policy === undefined ? null : (
        <RetentionRuns
          policy={policy.id}
          hasRules={policy.rules.some(({ disabled }) => !disabled)}
          mayRun={mayChange}
          search={search}
          onSearch={change}
        />
      )}
      <RuleDrawer
        project={project}
        found={found}
        rule={edited?.rule}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
      />
    </>
  )
}
