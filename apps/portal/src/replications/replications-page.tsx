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
import { defaultRuleSort, type Rule, rulesQuery } from './replications.queries'
import { useRuleColumns } from './rule-columns'

const RuleDrawer = onDemand(async () => (await import('./rule-drawer')).RuleDrawer)

const route = getRouteApi('/shell/replications')

/** Rules by which images are copied to and from registries elsewhere. */
export function ReplicationsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const { may } = useRights('system')
  const query = useQuery(rulesQuery(search))
  const [edited, setEdited] = useState<{ rule?: Rule }>()
  const columns = useRuleColumns(setEdited)
  usePageTitle(t('nav.replications'))
  const create = may('replication-policy:create') ? (
    <CreateButton onClick={() => setEdited({})}>{t('replication.create')}</CreateButton>
  ) : undefined
  return (
    <>
      <ListPage
        title={t('nav.replications')}
        lead={t('replication.lead')}
        name="replications"
        label={t('nav.replications')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultRuleSort}
        searchLabel={t('replication.search')}
        actions={create}
        empty={<EmptyState title={t('replication.none')} text={t('replication.noneText')} action={create} />}
      />
      <RuleDrawer rule={edited?.rule} open={edited !== undefined} onClose={() => setEdited(undefined)} />
    </>
  )
}
