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
import { useGroupColumns } from './group-columns'
import { defaultGroupSort, type Group, groupsQuery } from './groups.queries'

const route = getRouteApi('/shell/groups')
const CreateGroupDrawer = onDemand(async () => (await import('./create-group-drawer')).CreateGroupDrawer)
const RenameGroupDrawer = onDemand(async () => (await import('./rename-group-drawer')).RenameGroupDrawer)

export function GroupsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const [creating, setCreating] = useState(false)
  const [renaming, setRenaming] = useState<Group>()
  const { may } = useRights('system')
  const query = useQuery(groupsQuery(search))
  const columns = useGroupColumns(setRenaming)
  usePageTitle(t('nav.groups'))
  const create = may('user-group:create') ? (
    <CreateButton onClick={() => setCreating(true)}>{t('group.create')}</CreateButton>
  ) : undefined
  return (
    <>
      <ListPage
        title={t('nav.groups')}
        lead={t('group.listLead')}
        actions={create}
        name="groups"
        label={t('nav.groups')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultGroupSort}
        searchLabel={t('group.search')}
        empty={<EmptyState title={t('group.none')} text={t('group.noneText')} action={create} />}
      />
      <CreateGroupDrawer open={creating} onClose={() => setCreating(false)} />
      <RenameGroupDrawer group={renaming} open={renaming !== undefined} onClose={() => setRenaming(undefined)} />
    </>
  )
}
