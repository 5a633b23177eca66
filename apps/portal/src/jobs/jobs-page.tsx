import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../components/page-header'
import { Segments } from '../components/segments'
import { usePageTitle } from '../components/use-page-title'
import { useListSearch } from '../lists/use-list-search'
import styles from './jobs-page.module.css'
import { jobViews } from './jobs.search'
import { JobRunList } from './job-run-list'
import { QueueList } from './queue-list'
import { ScheduleList } from './schedule-list'
import { WorkerList } from './worker-list'

const route = getRouteApi('/shell/jobs')

/** What the jobservices do: what waits, what runs and ran, what will, and who is at it. */
export function JobsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const view = search.view ?? 'queues'
  usePageTitle(t('nav.jobs'))
  const show = (next: typeof view) =>
    change({
      view: next === 'queues' ? undefined : next,
      page: undefined,
      sort: undefined,
      status: undefined,
      of: undefined,
    })
  return (
    <>
      <PageHeader title={t('nav.jobs')} lead={t('jobs.lead')} />
      <div className={styles.views}>
        <Segments
          label={t('jobs.view')}
          value={view}
          options={jobViews.map((value) => ({ value, label: t(`jobs.views.${value}`) }))}
          onChange={show}
        />
      </div>
      {view === 'queues' ? <QueueList /> : null}
      {view === 'runs' ? <JobRunList search={search} onSearch={change} /> : null}
      {view === 'schedules' ? <ScheduleList search={search} onSearch={change} /> : null}
      {view === 'workers' ? <WorkerList /> : null}
    </>
  )
}
