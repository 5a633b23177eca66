import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { usePageTitle } from '../components/use-page-title'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { defaultRegistrySort, registriesQuery, type Registry } from './registries.queries'
import { useRegistryColumns } from './registry-columns'

const RegistryDrawer = onDemand(async () => (await import('./registry-drawer')).RegistryDrawer)

const route = getRouteApi('/shell/registries')

/** Registries elsewhere. */
export function RegistriesPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const { may } = useRights('system')
  const query = useQuery(registriesQuery(search))
  const [isOpen, setOpen] = useState(false)
  const [edited, setEdited] = useState<Registry>()
  const columns = useRegistryColumns(setEdited)
  usePageTitle(t('nav.registries'))
  const create = may('registry:create') ? (
    <CreateButton onClick={() => setOpen(true)}>{t('registry.create')}</CreateButton>
  ) : undefined
  return (
    <>
      <ListPage
        title={t('nav.registries')}
        lead={t('registry.lead')}
        name="registries"
        label={t('nav.registries')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultRegistrySort}
        searchLabel={t('registry.search')}
        actions={create}
        empty={<EmptyState title={t('registry.none')} text={t('registry.noneText')} action={create} />}
      />
      <RegistryDrawer
        registry={edited}
        open={isOpen || edited !== undefined}
        onClose={() => {
          setOpen(false)
          setEdited(undefined)
        }}
      />
    </>
  )
}
