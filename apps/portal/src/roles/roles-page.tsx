import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { onDemand } from '../components/on-demand'
import { PageHeader } from '../components/page-header'
import { Segments } from '../components/segments'
import { usePageTitle } from '../components/use-page-title'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import { useListSearch } from '../lists/use-list-search'
import type { Role } from '../rights/roles.queries'
import { useRights } from '../session/rights.queries'
import { type Opened, useRoleColumns } from './role-columns'
import { RoleMatrix } from './role-matrix'
import { defaultRoleSort, rolesPageQuery } from './roles.queries'
import styles from './roles-page.module.css'

const route = getRouteApi('/shell/roles')
const RoleFormDrawer = onDemand(async () => (await import('./role-form-drawer')).RoleFormDrawer)
const HoldersDrawer = onDemand(async () => (await import('./holders-drawer')).HoldersDrawer)
const RoleDrawer = onDemand(async () => (await import('../rights/role-drawer')).RoleDrawer)

export function RolesPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const [opened, setOpened] = useState<Opened>()
  const { may } = useRights('system')
  usePageTitle(t('nav.roles'))
  const view = search.view ?? 'list'
  const close = () => setOpened(undefined)
  return (
    <>
      <PageHeader
        title={t('nav.roles')}
        lead={t('role.lead')}
        actions={
          may('role:create') ? (
            <CreateButton onClick={() => setOpened({ as: 'new' })}>{t('role.create')}</CreateButton>
          ) : undefined
        }
      />
      <div className={styles.views}>
        <Segments
          label={t('role.view')}
          value={view}
          options={[
            { value: 'list', label: t('role.asList') },
            { value: 'matrix', label: t('role.asMatrix') },
          ]}
          onChange={(chosen) => change({ view: chosen === 'matrix' ? 'matrix' : undefined })}
        />
      </div>
      {view === 'matrix' ? <RoleMatrix /> : <RoleList onOpen={setOpened} />}
      <RoleFormDrawer
        role={opened?.role}
        as={opened?.as === 'changed' ? 'changed' : 'new'}
        open={opened?.as === 'new' || opened?.as === 'changed'}
        onClose={close}
      />
      <HoldersDrawer role={opened?.role} open={opened?.as === 'held'} onClose={close} />
      <RoleDrawer title={t('role.rights')} roleId={opened?.role?.id} open={opened?.as === 'shown'} onClose={close} />
    </>
  )
}

function RoleList({ onOpen }: { onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const query = useQuery(rolesPageQuery(listSearch(search)))
  const columns = useRoleColumns(onOpen)
  return (
    <ListPage<Role, typeof search>
      name="roles"
      label={t('nav.roles')}
      columns={columns}
      rowKey="id"
      query={query}
      search={search}
      onSearch={change}
      sort={defaultRoleSort}
      searchLabel={t('role.search')}
      empty={null}
    />
  )
}
