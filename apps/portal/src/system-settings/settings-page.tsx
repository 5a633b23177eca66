import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { PageHeader } from '../components/page-header'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { SettingsForm, type SettingsGroup } from './settings-form'
import { settingsQuery } from './system-settings.queries'

/** A page of some groups of settings. */
export function SettingsPage({ title, lead, groups }: { title: string; lead: string; groups: SettingsGroup[] }) {
  const { data, error, refetch } = useQuery(settingsQuery)
  usePageTitle(title)
  return (
    <>
      <PageHeader title={title} lead={lead} />
      {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        <SettingsForm settings={data} groups={groups} />
      )}
    </>
  )
}
