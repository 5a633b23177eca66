import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActivityChart } from '../charts/activity-chart'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { ErrorPanel } from '../errors/error-panel'
import { useRights } from '../session/rights.queries'
import { ProjectUsage } from '../usage/project-usage'
import { FirstMembers } from './first-members'
import { MostPulled, NewestRepositories } from './first-repositories'
import { activityQuery } from './project-overview.queries'
import { RulesInForce } from './rules-in-force'

const route = getRouteApi('/shell/projects/$project/overview')

/** What happens in a project, who is in it, and which rules it has. */
export function ProjectOverviewPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const { may } = useRights({ project })
  const { data: days, error, refetch } = useQuery(activityQuery(project))
  return (
    <div className={panels.panels}>
      <Panel title={t('projectOverview.activity')}>
        {days === undefined ? (
          error === null ? (
            <Skeleton active />
          ) : (
            <ErrorPanel error={error} onRetry={refetch} />
          )
        ) : (
          <ActivityChart days={days} />
        )}
      </Panel>
      <NewestRepositories project={project} />
      <MostPulled project={project} />
      {may('quota:read') ? <ProjectUsage project={project} /> : null}
      <RulesInForce project={project} />
      {may('member:list') ? <FirstMembers project={project} /> : null}
    </div>
  )
}
