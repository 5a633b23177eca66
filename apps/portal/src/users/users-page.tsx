import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'
import { PageHeader } from '../components/page-header'
import { StatusScene } from '../errors/status-scene'
import { ListTable } from '../lists/list-table'
import { NoMatch } from '../lists/no-match'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../shell/use-page-title'
import { CreateUserDrawer } from './create-user-drawer'
import { ResetPasswordDrawer } from './reset-password-drawer'
import { useUserColumns } from './user-columns'
import { defaultUserSort, type User, usersQuery } from './users.queries'

export function UsersPage() {
  const { t } = useTranslation()
  const { sysadmin } = useSignedInUser()
  usePageTitle(t('user.list'))
  return sysadmin ? <Users /> : <StatusScene title={t('user.refused')} text={t('user.refusedNext')} />
}

function Users() {
  const { t } = useTranslation()
  const [search, change] = useListSearch()
  const [creating, setCreating] = useState(false)
  const [resetting, setResetting] = useState<User>()
  const query = useQuery(usersQuery(search))
  const columns = useUserColumns(search.sort ?? defaultUserSort, setResetting)
  return (
    <>
      <PageHeader
        title={t('user.list')}
        lead={t('user.listLead')}
        actions={
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {t('user.create')}
          </Button>
        }
      />
      <div className="toolbar">
        <SearchBox label={t('user.search')} value={search.q} onChange={(q) => change({ q, page: undefined })} />
      </div>
      <ListTable
        label={t('user.list')}
        columns={columns}
        rowKey="user_id"
        query={query}
        search={search}
        onSearch={change}
        empty={<NoMatch onClear={() => change({ q: undefined })} />}
      />
      <CreateUserDrawer open={creating} onClose={() => setCreating(false)} />
      <ResetPasswordDrawer user={resetting} onClose={() => setResetting(undefined)} />
    </>
  )
}
