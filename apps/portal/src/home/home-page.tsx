import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActivityChart } from '../charts/activity-chart'
import { PageHeader } from '../components/page-header'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { useSignedInUser } from '../session/session.queries'
import { Attention } from './attention'
import { FirstSteps } from './first-steps'
import styles from './home-page.module.css'
import { overviewQuery } from './home.queries'
import { OwnProjects } from './own-projects'
import { RecentRepositories } from './recent-repositories'
import { StorageUsed } from './storage-used'

/** Where the reader's work is, and what it needs. */
export function HomePage() {
  const { t } = useTranslation()
  const { username } = useSignedInUser()
  const { data, error, refetch } = useQuery(overviewQuery())
  usePageTitle(t('nav.home'))
  const header = <PageHeader title={t('home.title', { name: username })} lead={t('home.lead')} />
  if (data === undefined)
    return (
      <>
        {header}
        {error === null ? <Skeleton active /> : <ErrorPanel error={error} onRetry={refetch} />}
      </>
    )
  const { projects, repositories, activity, storage } = data
  return (
    <>
      {header}
      <div className={styles.parts}>
        <Attention />
        {repositories.length === 0 ? <FirstSteps project={projects[0]?.name} /> : null}
        <div className={panels.panels}>
          <OwnProjects projects={projects} count={data.project_count} />
          <RecentRepositories repositories={repositories} />
        </div>
        <div className={panels.panels}>
          <Panel title={t('home.activity')}>
            <ActivityChart days={activity} />
          </Panel>
          <StorageUsed storage={storage} projects={projects} />
        </div>
      </div>
    </>
  )
}
