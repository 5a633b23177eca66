import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { usePageTitle } from '../components/use-page-title'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { settingsQuery, useSaveSettings } from '../system-settings/system-settings.queries'
import type { Limited } from './quota-drawer'
import { useQuotaColumns } from './quota-columns'
import { useSetQuota } from './quota-changes.queries'
import { defaultQuotaSort, quotasQuery } from './quotas.queries'

const route = getRouteApi('/shell/quotas')
const QuotaDrawer = onDemand(async () => (await import('./quota-drawer')).QuotaDrawer)
const KEY = 'storage_per_project'

export function QuotasPage() {
  const { t, i18n } = useTranslation()
  const [search, change] = useListSearch(route)
  const { may } = useRights('system')
  const query = useQuery(quotasQuery(search))
  const { data: settings } = useQuery({ ...settingsQuery, enabled: may('configuration:read') })
  const [edited, setEdited] = useState<Limited>()
  const setQuota = useSetQuota()
  const saveSettings = useSaveSettings()
  const columns = useQuotaColumns(setEdited)
  usePageTitle(t('nav.quotas'))

  const standard = settings?.find(({ key }) => key === KEY)?.value
  const limit = typeof standard === 'number' ? standard : undefined
  const ofNew = limit === undefined || limit < 0 ? t('quota.none') : formatBytes(limit, i18n.language)
  const editNew = () => setEdited({ title: t('quota.ofNewProjects'), limit: limit ?? -1 })
  return (
    <>
      <ListPage
        title={t('nav.quotas')}
        lead={limit === undefined ? t('quota.lead') : t('quota.leadWithNew', { limit: ofNew })}
        actions={
          limit !== undefined && may('configuration:update') ? (
            <Button onClick={editNew}>{t('quota.changeNew')}</Button>
          ) : undefined
        }
        name="quotas"
        label={t('nav.quotas')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultQuotaSort}
        searchLabel={t('quota.search')}
        empty={<EmptyState title={t('quota.noProjects')} />}
      />
      <QuotaDrawer
        limited={edited}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
        mutation={edited?.id === undefined ? saveSettings : setQuota}
        onSave={(storage, done) => {
          if (edited?.id === undefined) saveSettings.mutate({ [KEY]: storage }, { onSuccess: done })
          else setQuota.mutate({ id: edited.id, storage }, { onSuccess: done })
        }}
      />
    </>
  )
}
