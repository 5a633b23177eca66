import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { onDemand } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../components/use-page-title'
import { useRights } from '../session/rights.queries'
import { useUserColumns } from './user-columns'
import { defaultUserSort, hasDirectoryQuery, type User, usersQuery } from './users.queries'

const route = getRouteApi('/shell/users')
const CreateUserDrawer = onDemand(async () => (await import('./create-user-drawer')).CreateUserDrawer)
const IdentitiesDrawer = onDemand(
  async () => (await withTexts(import('./identities-drawer'), 'authentication')).IdentitiesDrawer,
)
const ImportUsersDrawer = onDemand(
  async () => (await withTexts(import('./import-users-drawer'), 'authentication')).ImportUsersDrawer,
)
const TokensDrawer = onDemand(async () => (await withTexts(import('./tokens-drawer'), 'profile')).TokensDrawer)
const ResetPasswordDrawer = onDemand(async () => (await import('./reset-password-drawer')).ResetPasswordDrawer)

export function UsersPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const [creating, setCreating] = useState(false)
  const [importing, setImporting] = useState(false)
  const [resetting, setResetting] = useState<User>()
  const [linking, setLinking] = useState<User>()
  const [looking, setLooking] = useState<User>()
  const { may } = useRights('system')
  const mayImport = may('ldap-user:create')
  const { data: hasDirectory } = useQuery({ ...hasDirectoryQuery, enabled: mayImport && may('configuration:read') })
  const query = useQuery(usersQuery(search))
  const columns = useUserColumns({
    onResetPassword: setResetting,
    onIdentities: setLinking,
    onTokens: setLooking,
  })
  usePageTitle(t('user.list'))
  return (
    <>
      <ListPage
        title={t('user.list')}
        lead={t('user.listLead')}
        actions={
          <>
            {mayImport && hasDirectory === true ? (
              <Button onClick={() => setImporting(true)}>{t('user.import')}</Button>
            ) : null}
            {may('user:create') ? (
              <CreateButton onClick={() => setCreating(true)}>{t('user.create')}</CreateButton>
            ) : null}
          </>
        }
        name="users"
        label={t('user.list')}
        columns={columns}
        rowKey="user_id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultUserSort}
        searchLabel={t('user.search')}
        empty={null}
      />
      <CreateUserDrawer open={creating} onClose={() => setCreating(false)} />
      <IdentitiesDrawer user={linking} open={linking !== undefined} onClose={() => setLinking(undefined)} />
      <ImportUsersDrawer open={importing} onClose={() => setImporting(false)} />
      <TokensDrawer user={looking} open={looking !== undefined} onClose={() => setLooking(undefined)} />
      <ResetPasswordDrawer user={resetting} open={resetting !== undefined} onClose={() => setResetting(undefined)} />
    </>
  )
}
